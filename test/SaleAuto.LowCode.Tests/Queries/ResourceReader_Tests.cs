using System.IO.Pipelines;
using System.Text.Json;
using SaleAuto.Errors;
using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.Queries;

public abstract class ResourceReader_Tests(TestDatabase database) : IAsyncLifetime
{
    private GarageApplication _garage = null!;
    private Branch _branch = null!;

    public async Task InitializeAsync()
    {
        _garage = await GarageApplication.StartAsync(database);
        var start = _garage.Application.Clock.Now;
        var visits = Enumerable.Range(0, 23).Select(i =>
        {
            var visit = new Visit(Guid.CreateVersion7(), $"В-{i:000}", Guid.Empty, Guid.Empty, start.AddHours(-i / 3));
            visit.Correct(i % 3 == 0 ? null : 100.05m * (i % 5), i % 4 == 0 ? $"Замена масла 100% {i}" : null, i % 2 == 0 ? new DateOnly(2026, 11, 1 + (i % 7)) : null);
            if (i % 6 == 1)
            {
                visit.Finish(500.50m);
            }
            return visit;
        }).ToArray();
        _branch = await _garage.AddAsync($"Север {Guid.NewGuid():N}", visits);
    }

    public async Task DisposeAsync() => await _garage.DisposeAsync();

    [Theory]
    [InlineData("start", true)]
    [InlineData("price", false)]
    [InlineData("price", true)]
    [InlineData("paidOn", false)]
    [InlineData("paidOn", true)]
    [InlineData("status", false)]
    [InlineData("number", true)]
    public async Task Should_Show_Every_Row_Once_From_Page_To_Page_And_Back(string sort, bool descending)
    {
        var query = new ListQuery { Filter = Mine(), Sort = [new SortItem(sort, descending)], PageSize = 5 };
        var all = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query with { PageSize = 200 }, default));
        var pages = new List<ResourcePage> { await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query, default)) };

        while (pages[^1].NextCursor is { } cursor)
        {
            pages.Add(await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query with { Cursor = cursor }, default)));
        }
        var back = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query with { Cursor = pages[^1].PreviousCursor }, default));

        all.Rows.Count.ShouldBe(23);
        pages.SelectMany(p => p.Rows).Select(r => r.Id).ShouldBe(all.Rows.Select(r => r.Id));
        back.Rows.Select(r => r.Id).ShouldBe(pages[^2].Rows.Select(r => r.Id));
        pages[0].PreviousCursor.ShouldBeNull();
    }

    [Theory]
    [InlineData("status.eq.done", 4)]
    [InlineData("status.in.(Done,missed)", 4)]
    [InlineData("status.ne.Done", 19)]
    [InlineData("price.empty", 8)]
    [InlineData("and(price.ge.200,price.lt.400.15)", 4)]
    [InlineData("paidOn.period.2026-11-01..2026-11-02", 4)]
    [InlineData("or(paidOn.eq.2026-11-03,price.eq.500.50)", 6)]
    [InlineData("isPaid.eq.true", 12)]
    [InlineData("note.contains.\"МАСЛА 100%\"", 6)]
    [InlineData("note.contains.0_", 0)]
    [InlineData("start.period.today", 23)]
    [InlineData("start.lt.2026-11-20", 0)]
    public async Task Should_Find_What_The_Condition_Says(string condition, int expected)
    {
        var filter = new FilterGroup(true, [Mine(), FilterText.Parse(condition)!]);

        var page = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, new ListQuery { Filter = filter, PageSize = 200, Count = CountMode.Exact }, default));

        page.Rows.Count.ShouldBe(expected);
        page.TotalCount.ShouldBe(expected);
    }

    [Fact]
    public async Task Should_Read_Values_Labels_Rollups_And_Totals()
    {
        var page = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, new ListQuery { Filter = Mine(), Search = "b-007", WithTotals = true, WithActions = true, Count = CountMode.Bounded }, default));

        var row = page.Rows.ShouldHaveSingleItem();
        row.Label.ShouldBe("В-007");
        row.Values[page.IndexOf("status")].ShouldBe(VisitStatus.Done);
        row.Values[page.IndexOf("price")].ShouldBe(500.50m);
        row.Values[page.IndexOf("isPaid")].ShouldBe(false);
        row.Labels[page.IndexOf("branchId")].ShouldBe(_branch.Title);
        ((DateTime)row.Values[page.IndexOf("start")]!).Kind.ShouldBe(DateTimeKind.Utc);
        row.Actions.Select(a => a.Name).ShouldBe(["CallBack"]); // finished already
        page.Totals["price"].ShouldBe(500.50m);
        page.TotalCount.ShouldBe(1);
        (await _garage.ReadAsync(r => r.GetListAsync(_garage.Branches, new ListQuery { Search = _branch.Title }, default))).Rows[0].Values[^1].ShouldBe(23);
    }

    [Fact]
    public async Task Should_Write_The_Same_As_Json()
    {
        var query = new ListQuery { Filter = Mine(), PageSize = 2, Sort = [new SortItem("number", false)], Fields = ["number", "branchId", "status", "price"], Count = CountMode.Exact };

        var json = await WriteAsync((r, pipe) => r.WriteListAsync(_garage.Visits, query, pipe, default));

        var first = json.GetProperty("items")[0];
        first.GetProperty("number").GetString().ShouldBe("В-000");
        first.GetProperty("branchId").GetGuid().ShouldBe(_branch.Id);
        first.GetProperty("branchLabel").GetString().ShouldBe(_branch.Title);
        first.GetProperty("status").GetString().ShouldBe("planned");
        first.EnumerateObject().Count().ShouldBe(7); // id and version too
        json.GetProperty("items").GetArrayLength().ShouldBe(2);
        json.GetProperty("totalCount").GetInt32().ShouldBe(23);
        var next = await WriteAsync((r, pipe) => r.WriteListAsync(_garage.Visits, query with { Cursor = json.GetProperty("nextCursor").GetString() }, pipe, default));
        next.GetProperty("items")[0].GetProperty("id").GetGuid().ShouldNotBe(json.GetProperty("items")[1].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Should_Hold_A_Role_To_Its_Rows_Everywhere()
    {
        var mechanic = _garage.Access.Be("mechanic", "SaleAuto.Visits", "SaleAuto.Visits.Export", "SaleAuto.Branches");
        var own = new Visit(Guid.CreateVersion7(), "В-своя", Guid.Empty, mechanic, _garage.Application.Clock.Now);
        await _garage.AddAsync("Юг", own);
        var foreign = await _garage.Application.InDatabaseAsync(db => Task.FromResult(db.Set<Visit>().First(v => v.MechanicId != mechanic).Id));

        var list = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, new ListQuery { Count = CountMode.Exact }, default));

        list.Rows.ShouldHaveSingleItem().Id.ShouldBe(own.Id);
        list.TotalCount.ShouldBe(1);
        await Should.ThrowAsync<EntityNotFoundException>(_garage.ReadAsync(r => r.GetAsync(_garage.Visits, foreign, default)));
        (await _garage.ReadAsync(async r => await r.StreamAsync(_garage.Visits, new ListQuery(), _ => { }, default).ToListAsync())).Count.ShouldBe(1);
        (await _garage.ReadAsync(r => r.GetLabelsAsync(_garage.Visits, [foreign, own.Id], default))).Keys.ShouldBe([own.Id]);
        (await _garage.ReadAsync(r => r.SearchEverywhereAsync("В-0", default))).ShouldNotContain(h => h.Resource.Name == "visits");
        (await _garage.ReadAsync(r => r.ExplainAsync(_garage.Visits, own.Id, mechanic, default))).IsVisible.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_Know_No_Field_That_The_Person_May_Not_See()
    {
        _garage.Access.Be("manager", "SaleAuto.Visits");

        var page = await _garage.ReadAsync(r => r.GetListAsync(_garage.Visits, new ListQuery { PageSize = 1, WithTotals = true }, default));

        page.IndexOf("price").ShouldBe(-1);
        page.Totals.ShouldBeEmpty();
        await RefusesAsync(new ListQuery { Fields = ["price"] }, "fields");
        await RefusesAsync(new ListQuery { Sort = [new SortItem("price", false)] }, "sort");
        await RefusesAsync(new ListQuery { Filter = FilterText.Parse("price.ge.1") }, "filter");
    }

    [Fact]
    public async Task Should_Refuse_What_Was_Not_Offered()
    {
        await RefusesAsync(new ListQuery { Sort = [new SortItem("branchId", false)] }, "sort");
        await RefusesAsync(new ListQuery { Filter = FilterText.Parse("number.eq.1") }, "filter");
        await RefusesAsync(new ListQuery { Filter = FilterText.Parse("status.eq.5") }, "filter");
        await RefusesAsync(new ListQuery { Cursor = "bm9uc2Vuc2U" }, "cursor");
        await RefusesAsync(new ListQuery { Page = 10_000 }, "page");
        _garage.Access.Be("mechanic", "SaleAuto.Branches");
        await Should.ThrowAsync<AuthorizationException>(_garage.ReadAsync(r => r.GetListAsync(_garage.Visits, new ListQuery(), default)));
    }

    [Fact]
    public async Task Should_Offer_Rows_To_A_Lookup()
    {
        var field = _garage.Visits.FindField("branchId")!;

        var found = await _garage.ReadAsync(r => r.LookupAsync(_garage.Visits, field, null, _branch.Title[..12], new Dictionary<string, string>(), default));

        found.ShouldHaveSingleItem().ShouldBe(new LookupItem(_branch.Id, _branch.Title));
    }

    [Fact]
    public void Should_Translate_Everything_At_Start()
    {
        var faults = Should.Throw<ResourceDefinitionException>(() => LowCodeServices.CheckResources(_garage.Application.Services)).Faults;

        faults.ShouldAllBe(f => f.Contains("the text")); // the garage has no texts; everything else works
    }

    private FilterCondition Mine() => new("branchId", FilterOperator.Eq, [_branch.Id.ToString()]);

    private async Task RefusesAsync(ListQuery query, string field) =>
        (await Should.ThrowAsync<InputValidationException>(_garage.ReadAsync(r => r.GetListAsync(_garage.Visits, query, default)))).Errors[0].Field.ShouldBe(field);

    private async Task<JsonElement> WriteAsync(Func<IResourceReader, PipeWriter, Task> write)
    {
        var stream = new MemoryStream();
        var pipe = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        await _garage.ReadAsync(async r =>
        {
            await write(r, pipe);
            return true;
        });
        await pipe.CompleteAsync();
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}

public class ResourceReader_OnSqlite_Tests(SqliteDatabase database) : ResourceReader_Tests(database), IClassFixture<SqliteDatabase>;

public class ResourceReader_OnPostgreSql_Tests(PostgreSqlDatabase database) : ResourceReader_Tests(database), IClassFixture<PostgreSqlDatabase>;
