using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.History;

public abstract class ResourceHistory_Tests(TestDatabase database) : IAsyncLifetime
{
    private static readonly string[] All =
        ["SaleAuto.Visits", "SaleAuto.Visits.Update", VisitResource.PricePermission, "SaleAuto.Branches"];

    private GarageApplication _garage = null!;
    private Guid _visit;
    private Guid _mechanic;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database);
        _mechanic = _garage.Access.Be("mechanic", All);
        var visit = new Visit(Guid.CreateVersion7(), "V-1", Guid.Empty, _mechanic, DateTime.UtcNow);
        _visit = visit.Id;
        await _garage.AddAsync("Север", visit);
    }

    public async Task DisposeAsync() => await _garage.DisposeAsync();

    [Fact]
    public async Task Should_Tell_What_Changed_Newest_First()
    {
        await ChangeAsync(("price", 1000m), ("note", "Замена масла"));
        await ChangeAsync(("price", 1500m));

        var page = await GetAsync(new HistoryQuery());

        page.Entries.Select(e => e.Action).ShouldBe([AuditActions.Updated, AuditActions.Updated, AuditActions.Created]);
        var change = page.Entries[0].Changes.ShouldHaveSingleItem();
        (change.Field.Name, change.Before, change.After, change.CanRevert).ShouldBe(("price", 1000m, 1500m, true));
        page.Entries[2].Changes.Single(c => c.Field.Name == "branchId").AfterLabel.ShouldBe("Север");
        page.Before.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Never_Tell_Of_A_Field_That_The_Person_May_Not_See()
    {
        await ChangeAsync(("price", 1000m));
        await ChangeAsync(("price", 2000m), ("note", "x"));
        BeAgain("SaleAuto.Visits", "SaleAuto.Visits.Update");

        var page = await GetAsync(new HistoryQuery());

        page.Entries.SelectMany(e => e.Changes).ShouldAllBe(c => c.Field.Name != "price");
        page.Entries.Count(e => e.Action == AuditActions.Updated).ShouldBe(1); // the change of the price alone is no entry at all
        (await GetAsync(new HistoryQuery { Field = "price" })).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_Not_Know_A_Row_That_The_Person_May_Not_See()
    {
        _garage.Access.Be("mechanic", All);

        await Should.ThrowAsync<EntityNotFoundException>(() => GetAsync(new HistoryQuery()));
    }

    [Fact]
    public async Task Should_Give_The_Changes_Of_One_Field_Page_By_Page()
    {
        for (var price = 1; price <= 5; price++)
        {
            _garage.Application.Clock.Advance(TimeSpan.FromMinutes(1));
            await ChangeAsync(("price", (decimal)price), ("note", $"{price}"));
            _garage.Application.Clock.Advance(TimeSpan.FromMinutes(1));
            await ChangeAsync(("note", $"{price}!"));
        }

        var first = await GetAsync(new HistoryQuery { Field = "price", PageSize = 3 });
        var second = await GetAsync(new HistoryQuery { Field = "price", PageSize = 3, Before = first.Before });

        first.Entries.Concat(second.Entries).Select(e => e.Changes.Single().After).ShouldBe([5m, 4m, 3m, 2m, 1m]);
        second.Before.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Offer_No_Way_Back_Without_The_Permission_To_Change()
    {
        await ChangeAsync(("note", "x"));
        BeAgain("SaleAuto.Visits");

        (await GetAsync(new HistoryQuery())).Entries.SelectMany(e => e.Changes).ShouldAllBe(c => !c.CanRevert);
    }

    private void BeAgain(params string[] permissions) =>
        _garage.Access.Current = new Permissions.StaffAccess(_mechanic, new Dictionary<string, IReadOnlySet<string>> { ["mechanic"] = permissions.ToHashSet() });

    private Task<HistoryPage> GetAsync(HistoryQuery query) =>
        _garage.Application.RunAsync((IResourceHistory history) => history.GetAsync(_garage.Visits, _visit, query, default));

    private Task<SavedRow> ChangeAsync(params (string Field, object? Value)[] values)
    {
        var input = new ResourceInput();
        foreach (var (field, value) in values)
        {
            input[field] = value;
        }
        return _garage.WriteAsync(commands => commands.UpdateAsync(_garage.Visits, _visit, input, UpdateBasis.Latest, default));
    }
}

public sealed class ResourceHistory_OnSqlite_Tests(SqliteDatabase database) : ResourceHistory_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class ResourceHistory_OnPostgreSql_Tests(PostgreSqlDatabase database) : ResourceHistory_Tests(database), IClassFixture<PostgreSqlDatabase>;
