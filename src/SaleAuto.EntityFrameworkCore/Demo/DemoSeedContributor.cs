using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SaleAuto.Accounting;
using SaleAuto.Entities;
using SaleAuto.Leads;
using SaleAuto.Numbers;
using SaleAuto.Repositories;
using SaleAuto.Seeding;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Visits;

namespace SaleAuto.Demo;

/// <summary>Staff and requests for a first look, Development only. Sends nothing: the rows come without their events.</summary>
internal sealed partial class DemoSeedContributor(
    SaleAutoDbContext db,
    UserManager<StaffMember> accounts,
    INumberGenerator numbers,
    OpeningBooks books,
    IUnitOfWork unitOfWork,
    ISettingProvider settings,
    TimeProvider clock,
    ILogger<DemoSeedContributor> logger) : IDataSeedContributor
{
    public int Order => 100;

    public bool IsDemo => true;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync(
            async token =>
            {
                await AddStaffAsync();
                await AddRequestsAsync(token);
                return true;
            },
            cancellationToken);
        Log.DemoAccounts(logger, string.Join(", ", DemoStaff.All.Select(x => x.UserName)), DemoStaff.Password);
    }

    private async Task AddStaffAsync()
    {
        foreach (var person in DemoStaff.All)
        {
            if (await accounts.FindByNameAsync(person.UserName) is not null)
            {
                continue;
            }
            var staff = new StaffMember(person.Id, person.UserName, person.FullName);
            if (person.TelegramChatId is { } chatId)
            {
                staff.LinkTelegram(chatId);
                staff.SetDuty(true);
            }
            Ensure(await accounts.CreateAsync(staff, DemoStaff.Password));
            Ensure(await accounts.AddToRoleAsync(staff, person.Role));
        }
    }

    private async Task AddRequestsAsync(CancellationToken cancellationToken)
    {
        var all = db.Set<Lead>().IgnoreQueryFilters([IFullAudited.TrashFilter]); // a demo lead in the trash stays there
        if (await all.AnyAsync(x => x.Id == DemoStory.FirstLeadId, cancellationToken))
        {
            return;
        }
        var requests = await new DemoStory(numbers).TellAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(requests.SelectMany(x => x.TakeRows()));
        var stock = await new DemoStock(numbers).TellAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(stock);
        var today = await settings.ToCompanyDayAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        db.AddRange(DemoVisits.Tell(today).Select(x => new SiteVisits { Day = x.Day, Campaign = x.Campaign, Visits = x.Visits }));
        await unitOfWork.SaveChangesAsync(cancellationToken);
        await books.PostAsync(stock, cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);

        // The audit column holds the moment of writing; these requests came earlier.
        foreach (var request in requests)
        {
            await all.Where(x => x.Id == request.Lead.Id)
                .ExecuteUpdateAsync(row => row.SetProperty(x => x.CreationTime, request.CreatedAt), cancellationToken);
        }
        db.ChangeTracker.Clear();
    }

    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(e => e.Description)));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Demo accounts at /admin: {Accounts}; password of each: {Password}")]
        public static partial void DemoAccounts(ILogger logger, string accounts, string password);
    }
}
