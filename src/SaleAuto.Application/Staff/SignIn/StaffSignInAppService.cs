using Microsoft.AspNetCore.Identity;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Staff.Sessions;
using SaleAuto.Users;

namespace SaleAuto.Staff.SignIn;

internal sealed class StaffSignInAppService(
    SignInAttempts attempts,
    PendingSignIn pendings,
    UserManager<StaffMember> accounts,
    IStaffSessionRepository sessions,
    ISignInRequestRepository requests,
    ISignInLinks links,
    IUserSwitch users,
    IRequestOrigin origin,
    IAuditTrail audit,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : IStaffSignInAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<StaffSignInResult> SignInAsync(string userName, string password, string? device, CancellationToken cancellationToken) =>
        await attempts.CheckPasswordAsync(userName.Trim(), password, cancellationToken) is { } staff
            ? await EnterAsync(staff, "password", device, cancellationToken)
            : StaffSignInResult.Refused;

    public async Task<StaffSignInResult> SignInWithCodeAsync(string pending, string code, string? device, CancellationToken cancellationToken) =>
        pendings.Read(pending) is { } known && await attempts.CheckCodeAsync(known.StaffId, known.Stamp, code, cancellationToken) is { } staff
            ? await StartAsync(staff, "code", device, cancellationToken)
            : StaffSignInResult.Refused;

    public async Task<TelegramSignInDto> BeginTelegramAsync(string? device, CancellationToken cancellationToken)
    {
        var now = Now;
        var code = Secrets.NewCode(StaffConsts.SignInCodeLength);
        while (await requests.FindOpenByCodeAsync(code, now, cancellationToken) is not null)
        {
            code = Secrets.NewCode(StaffConsts.SignInCodeLength);
        }
        var secret = Secrets.NewToken();
        var request = new SignInRequest(Guid.CreateVersion7(), code, secret, device, origin.Address, now);
        requests.Insert(request);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new TelegramSignInDto(code, secret, links.For(code), request.ExpiresAt);
    }

    public async Task<TelegramSignInStateDto> GetTelegramAsync(string browserSecret, string? device, CancellationToken cancellationToken)
    {
        var waiting = await requests.FindByBrowserAsync(Secrets.HashOf(browserSecret), cancellationToken);
        if (waiting is null || Now >= waiting.ExpiresAt)
        {
            return new TelegramSignInStateDto(SignInRequestStatus.Waiting, IsExpired: true);
        }
        if (waiting.Status != SignInRequestStatus.Confirmed)
        {
            return new TelegramSignInStateDto(waiting.Status, IsExpired: false);
        }
        var staffId = await unitOfWork.ExecuteAsync(async token => (await requests.GetAsync(waiting.Id, token)).Use(Now), cancellationToken);
        var staff = await accounts.FindByIdAsync(staffId.ToString());
        return new TelegramSignInStateDto(
            SignInRequestStatus.Used,
            IsExpired: false,
            staff is { IsActive: true } ? await EnterAsync(staff, "telegram", device, cancellationToken) : StaffSignInResult.Refused);
    }

    public async Task SignOutAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(sessionId, cancellationToken) is { EndedAt: null } session)
        {
            session.End(Now);
            audit.Add(new AuditRecord(AuditActions.SignedOut, nameof(StaffMember), session.StaffId));
            await unitOfWork.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<StaffSignInResult> EnterAsync(StaffMember staff, string way, string? device, CancellationToken cancellationToken) => staff.TwoFactorEnabled
        ? new StaffSignInResult(StaffSignInStatus.CodeNeeded, Pending: pendings.Write(staff))
        : await StartAsync(staff, way, device, cancellationToken);

    private async Task<StaffSignInResult> StartAsync(StaffMember staff, string way, string? device, CancellationToken cancellationToken)
    {
        using var _ = users.ActAs(staff.Id); // the line of the audit log is the person's own
        await attempts.ForgiveAsync(staff);
        var session = new StaffSession(Guid.CreateVersion7(), staff.Id, device, origin.Address, Now);
        sessions.Insert(session);
        audit.Add(new AuditRecord(AuditActions.SignedIn, nameof(StaffMember), staff.Id, Note: way));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        var ticket = new StaffTicket(staff.Id, session.Id, staff.SecurityStamp ?? "", staff.FullName);
        return new StaffSignInResult(StaffSignInStatus.SignedIn, ticket, MustChangePassword: staff.MustChangePassword);
    }
}

internal sealed class SignInConfirmation(ISignInRequestRepository requests, IStaffDirectory staff, IUserSwitch users, IUnitOfWork unitOfWork, TimeProvider clock) : ISignInConfirmation
{
    public async Task<SignInConfirmationDto?> FindAsync(long chatId, string code, CancellationToken cancellationToken) =>
        await staff.FindByChatAsync(chatId, cancellationToken) is not null
        && await requests.FindOpenByCodeAsync(Clean(code), clock.GetUtcNow().UtcDateTime, cancellationToken) is { } request
            ? new SignInConfirmationDto(request.Code, request.Device, request.Address, request.CreatedAt)
            : null;

    public async Task AnswerAsync(long chatId, string code, bool isConfirmed, CancellationToken cancellationToken)
    {
        var person = await staff.FindByChatAsync(chatId, cancellationToken) ?? throw Invalid();
        using var _ = users.ActAs(person);
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var request = await requests.FindOpenByCodeAsync(Clean(code), now, token) ?? throw Invalid();
                request.Answer(person, isConfirmed, now);
                return true;
            },
            cancellationToken);
    }

    private static string Clean(string code) => code.Trim().ToUpperInvariant();

    private static BusinessException Invalid() => new(SaleAutoErrorCodes.Staff.SignInCodeInvalid);
}
