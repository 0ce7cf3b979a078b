using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Leads;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Comments;

/// <summary>What was said of a lead goes where the lead goes.</summary>
public abstract class CommentsOfMergedLeads_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    public async Task InitializeAsync()
    {
        await _app.TakeDemoAsync();
        _app.User.StaffId = Manager;
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Follow_A_Merge_And_Come_Back_With_Its_Reversal()
    {
        var (duplicate, survivor) = (await AskAsync(), await AskAsync());
        await SayAsync(duplicate, "Клиент спешит");
        await SayAsync(survivor, "Торгуется");

        await MergeAsync(duplicate, survivor);
        (await ReadAsync(survivor)).ShouldBe(["Клиент спешит", "Торгуется"], ignoreOrder: true);
        (await ReadAsync(duplicate)).ShouldBeEmpty();
        await SayAsync(survivor, "Это точно один человек");
        await UnmergeAsync(duplicate);

        (await ReadAsync(duplicate)).ShouldBe(["Клиент спешит"]);
        (await ReadAsync(survivor)).ShouldBe(["Торгуется", "Это точно один человек"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_Find_The_Way_Back_Through_Two_Merges()
    {
        var (first, second, third) = (await AskAsync(), await AskAsync(), await AskAsync());
        await SayAsync(first, "Первый");
        await SayAsync(second, "Второй");
        await MergeAsync(first, second);
        await MergeAsync(second, third);
        (await ReadAsync(third)).ShouldBe(["Первый", "Второй"], ignoreOrder: true);

        await UnmergeAsync(second);
        (await ReadAsync(second)).ShouldBe(["Первый", "Второй"], ignoreOrder: true);
        (await ReadAsync(third)).ShouldBeEmpty();
        await UnmergeAsync(first);

        (await ReadAsync(first)).ShouldBe(["Первый"]);
        (await ReadAsync(second)).ShouldBe(["Второй"]);
    }

    private async Task<Guid> AskAsync()
    {
        var task = await _app.AskAsync(NewPlate());
        _app.User.StaffId = Manager;
        return task.LeadId;
    }

    private Task SayAsync(Guid lead, string text) => _app.RunAsync<ICommentAppService, Guid>(x => x.AddAsync("leads", lead, new CommentInput { Text = text }, default));

    private async Task<IReadOnlyList<string>> ReadAsync(Guid lead) =>
        [.. (await _app.RunAsync<ICommentAppService, IReadOnlyList<CommentDto>>(x => x.GetListAsync("leads", lead, null, 50, default))).Select(x => x.Text)];

    private Task MergeAsync(Guid duplicate, Guid survivor) => _app.RunAsync<ILeadWorkAppService>(x => x.MergeAsync(duplicate, new MergeLeadInput { IntoLeadId = survivor }, default));

    private Task UnmergeAsync(Guid duplicate) => _app.RunAsync<ILeadWorkAppService>(x => x.UnmergeAsync(duplicate, default));
}

public sealed class CommentsOfMergedLeads_OnSqlite_Tests(SqliteDatabase database) : CommentsOfMergedLeads_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class CommentsOfMergedLeads_OnPostgreSql_Tests(PostgreSqlDatabase database) : CommentsOfMergedLeads_Tests(database), IClassFixture<PostgreSqlDatabase>;
