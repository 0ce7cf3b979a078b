using SaleAuto.Accounting;
using SaleAuto.Accounting.Distributions;
using SaleAuto.Errors;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.People;

/// <summary>Owners: bring money, give it to sellers and take it back, pay the rent, close the months.</summary>
public sealed class OwnersStory(World world)
{
    private readonly Random _chances = world.NewChances();

    /// <summary>The company opens.</summary>
    public async Task OpenAsync()
    {
        await MoveAsync(CashOperationKind.Contribution, 40_000_000);
        await MoveAsync(CashOperationKind.Transfer, 15_000_000, toPlaceId: CashPlace.BankId);
        await LookAfterSellersAsync();
    }

    /// <summary>Once a week: nobody drives without money, nobody carries a fortune.</summary>
    public async Task LookAfterSellersAsync()
    {
        foreach (var seller in Team.Sellers)
        {
            var holds = world.Books.Reckon().Advances.GetValueOrDefault(seller.Id);
            if (holds < 700_000)
            {
                await MoveAsync(CashOperationKind.AdvanceGiven, 2_000_000 + _chances.Next(100) - Math.Min(0, holds), seller.Id);
            }
            else if (holds > 3_000_000)
            {
                await MoveAsync(CashOperationKind.AdvanceReturned, holds - 1_500_000, seller.Id);
            }
        }
        var cash = world.Books.Reckon().Cash;
        if (cash.GetValueOrDefault(CashPlace.BankId) < 3_000_000)
        {
            await MoveAsync(CashOperationKind.Transfer, 10_000_000 - cash.GetValueOrDefault(CashPlace.BankId), toPlaceId: CashPlace.BankId);
        }
        await RushAsync();
    }

    /// <summary>Once a month: rent, what the owners take, and a mistake now and then.</summary>
    public async Task PayTheMonthAsync()
    {
        await MoveAsync(CashOperationKind.Cost, 180_000 + (_chances.Next(100) / 100m), placeId: CashPlace.BankId);
        await MoveAsync(CashOperationKind.Withdrawal, 250_000);
        var mistake = await MoveAsync(CashOperationKind.Cost, 12_345.67m);
        await world.RaceAsync("a movement taken back", () => ReverseAsync(Team.Owners[0], mistake), () => ReverseAsync(Team.Owners[1], mistake));
        world.Books.MovedBack(mistake);
    }

    /// <summary>Once a month everybody gets what is theirs; both owners press at the same moment, and nobody is paid twice.</summary>
    public async Task PayOutAsync()
    {
        foreach (var (personId, balance) in world.Books.Reckon().Persons.Where(x => x.Value > 100))
        {
            var safe = world.Books.Reckon().Cash.GetValueOrDefault(CashPlace.SafeId);
            if (safe < 2 * balance)
            {
                await MoveAsync(CashOperationKind.Contribution, (2 * balance) - safe);
            }
            Guid? paid = null;
            await world.RaceAsync("a payout", () => PayAsync(Team.Owners[0]), () => PayAsync(Team.Owners[1]));
            world.Books.Moved(paid!.Value, CashOperationKind.Payout, balance, CashPlace.SafeId, null, personId);

            async Task PayAsync(Employee owner) => paid = await EnterAsync(owner, CashOperationKind.Payout, balance, personId, CashPlace.SafeId, null, mayBeCut: false);
        }
    }

    /// <summary>Another policy, for cars sold from tomorrow on; both owners switch it on.</summary>
    public async Task ChangePolicyAsync()
    {
        var policy = NewPolicy(World.DayOf(world.Now).AddDays(1));
        var draft = new PolicyDraftInput
        {
            Loss = policy.Loss,
            Rules = [.. policy.Rules.Select(x => new PolicyRuleInput { Share = x.Share, Measure = x.Measure, Value = x.Value, StaffId = x.PersonId })],
        };
        await world.Company.ByAsync(Team.Owners[0].Id, (IDistributionPolicyAppService x) => x.SaveDraftAsync(draft, default), mayRepeat: false);
        var seen = (await world.Company.ByAsync(Team.Owners[0].Id, (IDistributionPolicyAppService x) => x.GetAsync(default))).Draft!;
        var input = new SwitchOnPolicyInput { DraftId = seen.Id, Version = seen.Version, From = policy.From };
        await world.RaceAsync("a policy switched on", () => SwitchOnAsync(Team.Owners[0], input), () => SwitchOnAsync(Team.Owners[1], input));
        world.Policies.Add(policy);
    }

    private Task SwitchOnAsync(Employee owner, SwitchOnPolicyInput input) => world.Company.ActAsync(owner.Id, async (IDistributionPolicyAppService x) =>
    {
        await x.SwitchOnAsync(input, default);
        return true;
    });

    private PlainPolicy NewPolicy(DateOnly from) => new(
        from,
        _chances.Next(2) == 0 ? LossRule.CompanyBears : LossRule.SharedByPercents,
        [
            new(DistributionShare.Manager, RuleMeasure.FixedSum, _chances.Next(1, 2_000_000) / 100m),
            new(DistributionShare.Reserve, RuleMeasure.Percent, _chances.Next(1, 1500) / 100m),
            new(DistributionShare.Manager, RuleMeasure.Percent, _chances.Next(1, 1500) / 100m),
            new(DistributionShare.BuyingSeller, RuleMeasure.Percent, _chances.Next(1, 3000) / 100m),
            new(DistributionShare.SellingSeller, RuleMeasure.Percent, _chances.Next(1, 3000) / 100m),
            new(DistributionShare.Person, RuleMeasure.Percent, _chances.Next(1, 900) / 100m, Team.Owners[1].Id),
        ]);

    /// <summary>Both owners close the month at the same moment.</summary>
    public Task CloseMonthAsync(DateOnly lastDay) => world.RaceAsync("a month closed", () => CloseAsync(Team.Owners[0], lastDay), () => CloseAsync(Team.Owners[1], lastDay));

    // Both take more than half of what is there, at the same moment: one gets it.
    private async Task RushAsync()
    {
        var safe = world.Books.Reckon().Cash.GetValueOrDefault(CashPlace.SafeId);
        if (safe < 1_000)
        {
            return;
        }
        var amount = decimal.Round(safe * 0.6m, 2);
        Guid? done = null;
        await world.RaceAsync("money of a safe", () => TakeAsync(Team.Owners[0]), () => TakeAsync(Team.Owners[1]));
        await ReverseAsync(Team.Owners[0], done!.Value);
        world.Books.Moved(done.Value, CashOperationKind.Transfer, amount, CashPlace.SafeId, CashPlace.BankId, null);
        world.Books.MovedBack(done.Value);

        async Task TakeAsync(Employee owner) => done = await EnterAsync(owner, CashOperationKind.Transfer, amount, null, CashPlace.SafeId, CashPlace.BankId, mayBeCut: false);
    }

    private async Task<Guid> MoveAsync(CashOperationKind kind, decimal amount, Guid? personId = null, Guid? placeId = null, Guid? toPlaceId = null)
    {
        Guid id = default;
        var owner = Team.Owners[_chances.Next(2)];
        var place = placeId ?? CashPlace.SafeId;
        if (await World.TryAsync(async () => id = await EnterAsync(owner, kind, amount, personId, place, toPlaceId), SaleAutoErrorCodes.Accounting.NotEnoughMoney) is not null)
        {
            var needed = amount + 5_000_000 - Math.Min(0, world.Books.Reckon().Cash.GetValueOrDefault(place));
            var brought = await EnterAsync(owner, CashOperationKind.Contribution, needed, null, place, null);
            world.Books.Moved(brought, CashOperationKind.Contribution, needed, place, null, null);
            id = await EnterAsync(owner, kind, amount, personId, place, toPlaceId);
        }
        world.Books.Moved(id, kind, amount, place, toPlaceId, personId);
        return id;
    }

    private async Task<Guid> EnterAsync(Employee owner, CashOperationKind kind, decimal amount, Guid? personId, Guid placeId, Guid? toPlaceId, bool mayBeCut = true)
    {
        var input = new { kind = kind.ToString(), amount, placeId, toPlaceId, staffId = personId };
        return mayBeCut ? await world.Company.CreateAsync(owner.Id, "cash-operations", input) : (await world.Company.CreateOnceAsync(owner.Id, "cash-operations", input)).Id;
    }

    private Task ReverseAsync(Employee owner, Guid operationId) => world.Company.RunOnceAsync(owner.Id, "cash-operations", "Reverse", operationId, new { reason = "Ошибка" });

    private Task CloseAsync(Employee owner, DateOnly lastDay) => world.Company.CreateOnceAsync(owner.Id, "closings", new { closedThrough = lastDay });
}
