using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Calls;
using SaleAuto.Deals;
using SaleAuto.Errors;
using static SaleAuto.Accounting.Distributions.DistributionWorld;
using static SaleAuto.Calls.SalesWorld;

namespace SaleAuto.Accounting.Distributions;

public abstract class DistributionPolicy_Tests(TestDatabase database) : IAsyncLifetime
{
    private readonly TestApplication _app = new(database, services => services.AddScoped<LeadCreation>());

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.Now); // nine in the morning in London, noon in Moscow

    public Task InitializeAsync() => _app.TakeDemoAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task Should_Lead_From_The_Draft_To_A_Version_That_Never_Changes()
    {
        _app.Clock.Advance(TimeSpan.FromDays(300)); // after all versions of other tests
        var first = (await _app.PolicyAsync()).Versions.Single(x => x.IsDelivered);
        first.Rules.Select(x => (x.Share, x.Value)).ShouldBe([
            (DistributionShare.Reserve, 10m), (DistributionShare.Manager, 10m), (DistributionShare.BuyingSeller, 20m), (DistributionShare.SellingSeller, 20m),
        ]);

        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 50), new PolicyRuleInput { Share = DistributionShare.Person, StaffId = Manager2, Measure = RuleMeasure.FixedSum, Value = 1_000.50m, ProfitAbove = 5_000, FromDays = 1, ToDays = 9 });
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 40));
        var draft = (await _app.PolicyAsync()).Draft!;
        draft.Rules.Select(x => x.Value).ShouldBe([40m]);
        await RefusedAsync(SaleAutoErrorCodes.Distributions.DayIsPast, () => _app.SwitchOnAsync(Today.AddDays(-1)));
        await _app.SwitchOnAsync(Today.AddDays(2));

        var policy = await _app.PolicyAsync();
        policy.Draft.ShouldBeNull();
        var ahead = policy.Versions[0];
        (ahead.Number, ahead.InForceFrom, ahead.InForceTo, ahead.IsInForce, ahead.SwitchedOnByName).ShouldBe((draft.Number, Today.AddDays(2), null, false, "Вера Климова"));
        (policy.Versions[1].InForceTo, policy.Versions[1].IsInForce).ShouldBe((Today.AddDays(1), true));
        await RefusedAsync(SaleAutoErrorCodes.Distributions.NoDraft, () => SwitchOnAsync(new SwitchOnPolicyInput { DraftId = draft.Id, Version = draft.Version, From = Today }));
        (await ChangeFixedAsync(draft.Id)).ShouldBe(SaleAutoErrorCodes.Distributions.PolicyIsFixed);

        // Of two versions from one day, the newer one counts.
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 30));
        await _app.SwitchOnAsync(Today.AddDays(2));
        (await _app.PolicyAsync()).Versions.Take(2).Select(x => (x.InForceFrom, x.IsReplaced)).ShouldBe([(Today.AddDays(2), false), (Today.AddDays(2), true)]);
    }

    [Fact]
    public async Task Should_Share_Out_By_The_Version_Of_The_Day_Of_The_Sale()
    {
        await BeginInAsync(days: 100, Percent(DistributionShare.SellingSeller, 20));
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 50));
        await _app.SwitchOnAsync(Today.AddDays(1));
        var today = await _app.SellAsync(Seller, 600_000, 0, 610_000);
        _app.Clock.Advance(TimeSpan.FromHours(13)); // 22:00 UTC is the next day in Moscow
        var tomorrow = await _app.SellAsync(Seller, 600_000, 0, 610_000);

        (await _app.LiveAsync(today)).Lines.Single(x => x.StaffId == Seller).Amount.ShouldBe(2_000);
        (await _app.LiveAsync(tomorrow)).Lines.Single(x => x.StaffId == Seller).Amount.ShouldBe(5_000);
        var waiting = await _app.LiveAsync(today);
        await _app.ByAsync(Owner, (IDistributionAppService x) => x.ComputeAsync(waiting.CarId, default));
        (await _app.LiveAsync(today)).Lines.Single(x => x.StaffId == Seller).Amount.ShouldBe(2_000, "computed later, but sold before");
    }

    [Fact]
    public async Task Should_Not_Overwrite_What_Somebody_Else_Drafted()
    {
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 50));
        var seen = (await _app.PolicyAsync()).Draft!;
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 45));

        await RefusedAsync(SaleAutoErrorCodes.Requests.ChangedMeanwhile, () => SaveAsync(new PolicyDraftInput { Version = seen.Version, Loss = LossRule.CompanyBears, Rules = [Percent(DistributionShare.Manager, 1)] }));
        await RefusedAsync(SaleAutoErrorCodes.Requests.ChangedMeanwhile, () => SaveAsync(new PolicyDraftInput { Loss = LossRule.CompanyBears }));
        await RefusedAsync(SaleAutoErrorCodes.Requests.ChangedMeanwhile, () => SwitchOnAsync(new SwitchOnPolicyInput { DraftId = seen.Id, Version = seen.Version, From = Today }));
        (await _app.PolicyAsync()).Draft!.Rules.Single().Value.ShouldBe(45);
    }

    [Fact]
    public async Task Should_Keep_One_Draft_However_Many_Begin_One_At_Once()
    {
        await DiscardAsync();
        var outcomes = await Race.RunAsync(6, i => _app.ByAsync(Owner, async (IDistributionPolicyAppService x) =>
        {
            await x.SaveDraftAsync(new PolicyDraftInput { Loss = LossRule.CompanyBears, Rules = [Percent(DistributionShare.Manager, i + 1)] }, default);
            return i;
        }));

        outcomes.Count(x => x.Failure is null).ShouldBe(1);
        (await _app.InDatabaseAsync(db => db.Set<DistributionPolicy>().CountAsync(x => x.Status == PolicyStatus.Draft))).ShouldBe(1);
        await DiscardAsync();
        (await _app.PolicyAsync()).Draft.ShouldBeNull();
    }

    [Fact]
    public async Task Should_Name_What_Is_Wrong_With_A_Draft()
    {
        var wrong = await Should.ThrowAsync<InputValidationException>(() => SaveAsync(new PolicyDraftInput
        {
            Version = null,
            Rules = [new PolicyRuleInput { Share = DistributionShare.Manager }, Percent(DistributionShare.Person, 5) with { StaffId = Guid.NewGuid() }],
        }));

        wrong.Errors.Select(x => (x.Field, x.Code)).ShouldBe([
            ("Rules[0].Measure", SaleAutoErrorCodes.Fields.Required), ("Rules[0].Value", SaleAutoErrorCodes.Fields.Required),
            ("Loss", SaleAutoErrorCodes.Fields.Required), ("Rules[1].StaffId", SaleAutoErrorCodes.Distributions.PersonUnknown),
        ]);
        (await Should.ThrowAsync<InputValidationException>(() => _app.DraftAsync(Percent(DistributionShare.Manager, 60), Percent(DistributionShare.SellingSeller, 41))))
            .Errors.Single().Code.ShouldBe(SaleAutoErrorCodes.Distributions.PercentsExceed);
    }

    [Fact]
    public async Task Should_Replay_The_Past_Under_The_Draft_And_Change_Nothing()
    {
        await BeginInAsync(days: 200, Percent(DistributionShare.SellingSeller, 20), Percent(DistributionShare.Reserve, 10));
        var (posted, waiting) = (await _app.SellAsync(Seller, 600_000, 0, 610_000), await _app.SellAsync(Seller2, 600_000, 0, 601_000.01m));
        await _app.ApproveAsync(posted);
        await _app.DraftAsync(Percent(DistributionShare.SellingSeller, 50), Percent(DistributionShare.Reserve, 5));
        var entries = await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().CountAsync());

        var replay = await _app.ByAsync(Owner, (IDistributionPolicyAppService x) => x.ReplayAsync(new ReplayInput { From = Today, To = Today }, default));

        replay.Profit.ShouldBe(11_000.01m);
        replay.Cars.Select(x => (x.CarId, x.Profit, x.IsPosted)).ShouldBe([(posted, 10_000m, true), (waiting, 1_000.01m, false)]);
        Shares(replay.Cars[0].Receivers).ShouldBe([(Seller, DistributionShare.Person, 2_000m, 5_000m), (null, DistributionShare.Reserve, 1_000m, 500m), (null, DistributionShare.Company, 7_000m, 4_500m)]);
        Shares(replay.Cars[1].Receivers).ShouldBe([(Seller2, DistributionShare.Person, 200m, 500m), (null, DistributionShare.Reserve, 100m, 50m), (null, DistributionShare.Company, 700.01m, 450.01m)]);
        Shares(replay.Receivers).ShouldBe([
            (Seller, DistributionShare.Person, 2_000m, 5_000m), (Seller2, DistributionShare.Person, 200m, 500m),
            (null, DistributionShare.Reserve, 1_100m, 550m), (null, DistributionShare.Company, 7_700.01m, 4_950.01m),
        ], ignoreOrder: true);
        (await _app.InDatabaseAsync(db => db.Set<LedgerEntry>().CountAsync())).ShouldBe(entries);
        (await _app.LiveAsync(posted)).Lines.Single(x => x.StaffId == Seller).Amount.ShouldBe(2_000);
        await Should.ThrowAsync<InputValidationException>(() => _app.ByAsync(Owner, (IDistributionPolicyAppService x) => x.ReplayAsync(new ReplayInput { From = Today, To = Today.AddDays(-1) }, default)));

        static IEnumerable<(Guid?, DistributionShare, decimal, decimal)> Shares(IEnumerable<ReplayedShareDto> shares) => shares.Select(x => (x.StaffId, x.Share, x.AsIs, x.UnderDraft));
    }

    [Fact]
    public async Task Should_Be_The_Owners_Alone()
    {
        foreach (var person in new[] { Manager, Seller })
        {
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IDistributionPolicyAppService x) => x.GetAsync(default)));
            await Should.ThrowAsync<AuthorizationException>(() => _app.ByAsync(person, (IDistributionPolicyAppService x) => x.ReplayAsync(new ReplayInput(), default)));
            await Should.ThrowAsync<AuthorizationException>(() => SaveAsync(new PolicyDraftInput { Loss = LossRule.CompanyBears }, person));
            await Should.ThrowAsync<AuthorizationException>(() => SwitchOnAsync(new SwitchOnPolicyInput { From = Today }, person));
            await Should.ThrowAsync<AuthorizationException>(() => DiscardAsync(person));
        }
    }

    // Tests share the versions: each works in days of its own, under rules of its own.
    private async Task BeginInAsync(int days, params PolicyRuleInput[] rules)
    {
        _app.Clock.Advance(TimeSpan.FromDays(days));
        await _app.DraftAsync(rules);
        await _app.SwitchOnAsync(Today);
    }

    private Task SaveAsync(PolicyDraftInput input, Guid? by = null) => ByAsync(by, x => x.SaveDraftAsync(input, default));

    private Task SwitchOnAsync(SwitchOnPolicyInput input, Guid? by = null) => ByAsync(by, x => x.SwitchOnAsync(input, default));

    private Task DiscardAsync(Guid? by = null) => ByAsync(by, x => x.DiscardDraftAsync(default));

    private Task ByAsync(Guid? by, Func<IDistributionPolicyAppService, Task> work) => _app.ByAsync(by ?? Owner, async (IDistributionPolicyAppService policies) =>
    {
        await work(policies);
        return true;
    });

    private Task<string> ChangeFixedAsync(Guid id) => _app.DoAsync(Owner, async (services, token) =>
    {
        var version = await services.GetRequiredService<IDistributionPolicyRepository>().GetAsync(id, token);
        return Should.Throw<BusinessException>(() => version.Redraft(DistributionTerms.Delivered, null)).Code;
    });

    private static async Task RefusedAsync(string code, Func<Task> work) => (await Should.ThrowAsync<BusinessException>(work)).Code.ShouldBe(code);
}

public sealed class DistributionPolicy_OnSqlite_Tests(SqliteDatabase database) : DistributionPolicy_Tests(database), IClassFixture<SqliteDatabase>;

public sealed class DistributionPolicy_OnPostgreSql_Tests(PostgreSqlDatabase database) : DistributionPolicy_Tests(database), IClassFixture<PostgreSqlDatabase>;
