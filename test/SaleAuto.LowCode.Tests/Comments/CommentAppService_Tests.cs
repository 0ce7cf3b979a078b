using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SaleAuto.Comments;
using SaleAuto.Errors;
using SaleAuto.LowCode.Garage;
using SaleAuto.Messages;
using SaleAuto.Permissions;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.LowCode.Comments;

public abstract class CommentAppService_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly AccessByPerson _accesses = new();
    private GarageApplication _garage = null!;
    private Guid _visit;
    private StaffMember _author = null!;
    private StaffMember _colleague = null!;
    private StaffMember _stranger = null!;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database, services =>
        {
            services.AddSingleton(_accesses);
            services.Replace(ServiceDescriptor.Scoped<IStaffAccessProvider, SwitchedAccess>());
        });
        (_author, _colleague, _stranger) = (await HireAsync("anna"), await HireAsync("boris"), await HireAsync("viktor"));
        var visit = new Visit(_visit = Guid.CreateVersion7(), "V-1", Guid.Empty, _author.Id, DateTime.UtcNow);
        await _garage.AddAsync("Север", visit);
        _accesses.Let(_author.Id, "owner", "SaleAuto.Visits");
        _accesses.Let(_colleague.Id, "owner", "SaleAuto.Visits");
        _accesses.Let(_stranger.Id, "mechanic", "SaleAuto.Visits"); // held to own visits
        Be(_author);
    }

    public async Task DisposeAsync() => await _garage.DisposeAsync();

    [Fact]
    public async Task Should_Call_Colleagues_And_Tell_Them_Once()
    {
        var id = await AddAsync($"@{_colleague.UserName} посмотри, и ещё раз @{_colleague.UserName}. Почта a@b.ru, @nobody");

        await DoAsync(c => c.EditAsync("visits", _visit, id, new CommentInput { Text = $"@{_colleague.UserName}: уже неважно" }, default));

        var comment = (await ListAsync()).ShouldHaveSingleItem();
        (comment.IsMine, comment.EditedAt is null).ShouldBe((true, false));
        comment.Mentions.ShouldBe(new Dictionary<string, string> { [_colleague.UserName!] = _colleague.FullName });
        var told = await MessagesAsync(id);
        told.ShouldHaveSingleItem().Recipient.ShouldBe($"{_colleague.TelegramChatId}");
    }

    [Fact]
    public async Task Should_Show_The_Mention_Until_The_Colleague_Looks_At_The_Row()
    {
        await AddAsync($"@{_colleague.UserName} звонил клиент");
        Be(_colleague);

        var unread = await _garage.Application.RunAsync((ICommentAppService c) => c.GetUnreadMentionsAsync(default));
        await DoAsync(c => c.MarkReadAsync("visits", _visit, default));

        var mention = unread.ShouldHaveSingleItem();
        (mention.Resource, mention.Id, mention.Label, mention.AuthorName).ShouldBe(("visits", _visit, "V-1", _author.FullName));
        (await _garage.Application.RunAsync((ICommentAppService c) => c.GetUnreadMentionsAsync(default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Call_Somebody_Who_May_Not_See_The_Row()
    {
        var id = await AddAsync($"@{_stranger.UserName} смотри");

        (await ListAsync()).ShouldHaveSingleItem().Mentions.ShouldBeEmpty();
        (await MessagesAsync(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Let_Nobody_Talk_Who_May_Not_See_The_Row()
    {
        var id = await AddAsync("Пришёл вовремя");
        Be(_stranger);

        await Should.ThrowAsync<EntityNotFoundException>(ListAsync);
        await Should.ThrowAsync<EntityNotFoundException>(() => AddAsync("Чужое"));
        await Should.ThrowAsync<EntityNotFoundException>(() => DoAsync(c => c.DeleteAsync("visits", _visit, id, default)));
    }

    [Fact]
    public async Task Should_Let_Only_The_Author_Change_Or_Delete()
    {
        var id = await AddAsync("Первое слово");
        Be(_colleague);

        var edit = await Should.ThrowAsync<BusinessException>(() => DoAsync(c => c.EditAsync("visits", _visit, id, new CommentInput { Text = "Другое" }, default)));
        var delete = await Should.ThrowAsync<BusinessException>(() => DoAsync(c => c.DeleteAsync("visits", _visit, id, default)));
        (edit.Code, delete.Code).ShouldBe((SaleAutoErrorCodes.Comments.NotYours, SaleAutoErrorCodes.Comments.NotYours));
        (await ListAsync()).ShouldHaveSingleItem().Text.ShouldBe("Первое слово");

        Be(_author);
        await DoAsync(c => c.DeleteAsync("visits", _visit, id, default));
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Refuse_An_Empty_And_An_Endless_Comment()
    {
        (await Should.ThrowAsync<InputValidationException>(() => AddAsync("  "))).Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Fields.Required);
        (await Should.ThrowAsync<InputValidationException>(() => AddAsync(new string('a', CommentConsts.MaxTextLength + 1)))).Errors.ShouldHaveSingleItem().Code.ShouldBe(SaleAutoErrorCodes.Fields.TooLong);
    }

    private void Be(StaffMember person) => _garage.Application.User.StaffId = person.Id;

    private async Task<StaffMember> HireAsync(string name)
    {
        var person = new StaffMember(Guid.CreateVersion7(), $"{name}-{Guid.NewGuid():N}"[..20], $"{name} Тестова");
        person.LinkTelegram(Random.Shared.NextInt64(1_000_000, long.MaxValue));
        await _garage.Application.RunAsync(async (UserManager<StaffMember> accounts) => (await accounts.CreateAsync(person)).Succeeded.ShouldBeTrue());
        return person;
    }

    private Task<Guid> AddAsync(string text) =>
        _garage.Application.RunAsync((ICommentAppService c) => c.AddAsync("visits", _visit, new CommentInput { Text = text }, default));

    private Task<IReadOnlyList<CommentDto>> ListAsync() =>
        _garage.Application.RunAsync((ICommentAppService c) => c.GetListAsync("visits", _visit, null, 50, default));

    private Task DoAsync(Func<ICommentAppService, Task> act) => _garage.Application.RunAsync(act);

    private Task<List<OutgoingMessage>> MessagesAsync(Guid comment) => _garage.Application.InDatabaseAsync(db =>
        db.Set<OutgoingMessage>().Where(m => m.DeduplicationKey.StartsWith($"mention:{comment}")).ToListAsync());
}

/// <summary>What each person may do.</summary>
public sealed class AccessByPerson
{
    private readonly Dictionary<Guid, StaffAccess> _known = [];

    public void Let(Guid person, string role, params string[] permissions) =>
        _known[person] = new StaffAccess(person, new Dictionary<string, IReadOnlySet<string>> { [role] = permissions.ToHashSet() });

    public StaffAccess Of(Guid? person) => person is { } known ? _known.GetValueOrDefault(known, StaffAccess.Nobody) : StaffAccess.Program;
}

/// <summary>Access of the person that the scope acts for.</summary>
public sealed class SwitchedAccess(AccessByPerson accesses, ICurrentUser user, UserSwitch acting) : IStaffAccessProvider
{
    public ValueTask<StaffAccess> GetAsync(CancellationToken cancellationToken) => GetAsync(acting.StaffId ?? user.StaffId ?? Guid.Empty, cancellationToken);

    public ValueTask<StaffAccess> GetAsync(Guid staffId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(staffId == Guid.Empty ? StaffAccess.Program : accesses.Of(staffId));
}

public sealed class CommentAppService_OnSqlite_Tests(SqliteDatabase database) : CommentAppService_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CommentAppService_OnPostgreSql_Tests(PostgreSqlDatabase database) : CommentAppService_Tests(database), IClassFixture<PostgreSqlDatabase>;
