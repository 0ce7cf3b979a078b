using Microsoft.Extensions.DependencyInjection;
using SaleAuto.LowCode.Garage;

namespace SaleAuto.LowCode.Definitions;

/// <summary>A definition that cannot work stops the start with a sentence that names the class and the field.</summary>
public class Faults_Tests(SqliteDatabase database) : IClassFixture<SqliteDatabase>
{
    [Fact]
    public void Should_Name_What_A_Definition_Lacks() => FaultsOf<UselessResource>().ShouldBe(
        [
            "UselessResource: names no permission: call Permissions(…).",
            "UselessResource: has no display field: call Label(…) or name a text column.",
            "UselessResource: has form fields but neither Create nor Update.",
            "UselessResource: action Explode does nothing: call Run(…).",
            "UselessResource: field branchId is an id that nobody can type: call Lookup, File or Image.",
            "UselessResource: board runs the action Launch, which does not exist.",
        ],
        ignoreOrder: true);

    [Fact]
    public void Should_Name_Broken_Ties_To_Others() => FaultsOf<LonelyResource>().ShouldBe(
        [
            "LonelyResource: field branchId looks up Branch, which has no resource definition.",
            "LonelyResource: field note needs the permission SaleAuto.Nowhere, which nothing defines.",
            "LonelyResource: related VisitJob has no resource whose field work can be filtered.",
        ],
        ignoreOrder: true);

    [Fact]
    public void Should_Name_What_Sql_Cannot_Run()
    {
        var faults = FaultsOf<UntranslatableResource>();

        faults.ShouldContain("UntranslatableResource: field initial cannot be computed by SQL.");
        faults.ShouldContain("UntranslatableResource: field initial cannot be filtered by eq in SQL.");
        faults.ShouldContain("UntranslatableResource: the row filter of mechanic cannot run in SQL.");
        faults.ShouldContain("UntranslatableResource: field isOver reads the clock of the machine: take the moment as a parameter.");
        faults.ShouldContain("UntranslatableResource: field mechanicId shows files, but its property is not marked with [StoredFileId]: the clean-up would remove them.");
        faults.ShouldContain("UntranslatableResource: the text Visits is missing (ru).");
        faults.ShouldNotContain(f => f.Contains("number cannot"));
    }

    private IReadOnlyList<string> FaultsOf<TDefinition>()
        where TDefinition : class, IResourceDefinition
    {
        using var app = new TestApplicationOf<TDefinition>(database);
        return Should.Throw<ResourceDefinitionException>(() => app.Services.CheckResources()).Faults;
    }

    private static string Initial(string number) => number[..1];

    private sealed class TestApplicationOf<TDefinition>(TestDatabase database) : IDisposable
        where TDefinition : class, IResourceDefinition
    {
        private readonly TestApplication _app = new(database, services =>
        {
            services.AddScoped<SaleAutoDbContext, GarageDbContext>();
            services.AddSingleton<IResourceDefinition, TDefinition>();
        });

        public IServiceProvider Services => _app.Services;

        public void Dispose() => _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class UselessResource : ResourceDefinition<Visit, VisitInput>
    {
        protected override void Define(ResourceBuilder<Visit, VisitInput> visit)
        {
            visit.Column(x => x.Status);
            visit.Board(x => x.Status, ["status"], (VisitStatus.Done, "Launch"));
            visit.Field(x => x.BranchId);
            visit.Action("Explode");
        }
    }

    private sealed class LonelyResource : ResourceDefinition<Visit, VisitInput>
    {
        protected override void Define(ResourceBuilder<Visit, VisitInput> visit)
        {
            visit.Permissions("SaleAuto.Visits");
            visit.Column(x => x.Number);
            visit.Field(x => x.BranchId).Lookup<Branch>(branch => branch.Title);
            visit.Field(x => x.Note).Permission("SaleAuto.Nowhere");
            visit.Related<VisitJob>(job => job.Work);
            visit.Create((id, input) => new Visit(id, input.Number, input.BranchId, Guid.Empty, input.Start));
        }
    }

    private sealed class UntranslatableResource : ReadOnlyResourceDefinition<Visit>
    {
        protected override void Define(ResourceBuilder<Visit, NoInput> visit)
        {
            visit.Permissions("SaleAuto.Visits", "mechanic");
            visit.Column(x => x.Number).Sortable();
            visit.Column("initial", x => Initial(x.Number));
            visit.Column("isOver", x => x.Start < DateTime.UtcNow);
            visit.Column(x => x.MechanicId).File();
            visit.Filter("initial").Allow(FilterOperator.Eq);
            visit.RowFilter("mechanic", (row, person) => Initial(row.Number) == person.ToString());
        }
    }
}
