using SaleAuto.Cars;
using SaleAuto.Deals;
using SaleAuto.Errors;
using SaleAuto.Simulation.Records;

namespace SaleAuto.Simulation.People;

/// <summary>What happens at the place: the car is looked at, the price talked over, the papers signed, the money handed over.</summary>
public sealed class PurchaseStory(World world, PlainLead lead, DealStory deal, Guid dealId, Employee seller, Guid managerId)
{
    private static readonly DealShot[] _shots = [DealShot.Front, DealShot.Rear, DealShot.Left, DealShot.Right, DealShot.Odometer, DealShot.VinPlate, DealShot.Interior];

    private readonly Random _chances = world.NewChances();
    private RecordPaymentInput _payment = new();
    private int _keys;

    /// <summary>The seller is there.</summary>
    public async Task ArriveAsync()
    {
        await PressAsync(x => x.AcceptAsync(dealId, default));
        if (_chances.Next(2) == 0)
        {
            await PressAsync(x => x.SetOnTheWayAsync(dealId, default));
        }
        await PressAsync(x => x.BeginInspectionAsync(dealId, default));
        if (_chances.Next(100) < 4)
        {
            await RejectByClientAsync("Никто не вышел");
            return;
        }
        await InspectAsync();
        await TalkOverThePriceAsync();
    }

    private async Task InspectAsync()
    {
        Guid photo = default;
        foreach (var shot in _shots)
        {
            var input = new AddDealPhotoInput { Shot = shot, FileId = await world.PhotographAsync(seller.Id), SourceKey = NewKey() };
            photo = await world.Company.ByAsync(seller.Id, (ISellerDealAppService x) => x.AddPhotoAsync(dealId, input, default));
        }
        var car = new InspectedCarInput { Make = "Kia", Model = "Rio", Year = 2010 + _chances.Next(14), MileageKm = _chances.Next(20, 260) * 1000, Condition = CarCondition.Fair };
        await PressAsync(x => x.RecordCarAsync(dealId, car, default));
        if (_chances.Next(2) == 0)
        {
            var defect = new AddDefectInput { Kind = DefectKind.Rust, EstimatedCost = _chances.Next(1, 40) * 500m, PhotoId = photo, Key = NewKey() };
            await PressAsync(x => x.AddDefectAsync(dealId, defect, default));
        }
    }

    private async Task TalkOverThePriceAsync()
    {
        var seen = await SeeAsync();
        if (seen.StartPrice is null)
        {
            var proposed = (_chances.Next(150, 1200) * 1000) + 0.5m;
            await PressAsync(x => x.ProposeStartPriceAsync(dealId, proposed, default));
        }
        for (var lines = _chances.Next(4); lines > 0; lines--)
        {
            var line = await NewLineAsync(seen);
            await World.TryAsync(() => PressAsync(x => x.AddPriceLineAsync(dealId, line, default)), SaleAutoErrorCodes.Deals.PriceNotPositive);
        }
        if ((await SeeAsync()).NeedsApproval)
        {
            await PressAsync(x => x.AskPriceApprovalAsync(dealId, default));
            world.Agenda.At(World.ByDay(world.Now.AddMinutes(_chances.Next(3, 60))), AnswerAsync);
            return;
        }
        world.Agenda.At(world.Now.AddMinutes(_chances.Next(5, 40)), DecideAsync);
    }

    private async Task<AddPriceLineInput> NewLineAsync(SellerDealDto seen)
    {
        if (_chances.Next(3) > 0)
        {
            var card = await world.Company.ByAsync(seller.Id, (ISellerDealAppService x) => x.GetRateCardAsync(default));
            return new AddPriceLineInput { RateCode = card[_chances.Next(card.Count)].Code, Key = NewKey() };
        }
        return new AddPriceLineInput
        {
            Title = "Мотор",
            Reason = "Стучит",
            Amount = _chances.Next(1, 9_000_000) / 100m,
            IsAddition = _chances.Next(6) == 0,
            PhotoId = seen.Photos[0].Id,
            Key = NewKey(),
        };
    }

    // The two owners look at their chats at the same moment now and then; both say the same.
    private async Task AnswerAsync()
    {
        var seen = await SeeAsync();
        var answer = new PriceApprovalAnswerInput { Price = seen.Price, IsGranted = _chances.Next(100) < 75 };
        if (_chances.Next(4) == 0)
        {
            await world.Company.AtOnceAsync(
                [.. Team.Owners.Select(x => (Func<Task>)(() => world.Company.ActAsync(x.Id, (IPriceApprovalAppService y) => AnswerAsync(y, answer))))]);
        }
        else
        {
            await world.Company.ByAsync(Team.Owners[_chances.Next(2)].Id, (IPriceApprovalAppService x) => x.AnswerAsync(dealId, answer, default));
        }
        if (answer.IsGranted == true)
        {
            world.Agenda.At(world.Now.AddMinutes(_chances.Next(2, 20)), DecideAsync);
            return;
        }
        foreach (var line in seen.PriceLines)
        {
            await PressAsync(x => x.RemovePriceLineAsync(dealId, line.Id, default));
        }
        if ((await SeeAsync()).NeedsApproval)
        {
            await RejectByClientAsync("Не сошлись в цене");
            return;
        }
        world.Agenda.At(world.Now.AddMinutes(_chances.Next(2, 20)), DecideAsync);
    }

    private async Task<bool> AnswerAsync(IPriceApprovalAppService approvals, PriceApprovalAnswerInput answer)
    {
        await approvals.AnswerAsync(dealId, answer, default);
        return true;
    }

    private async Task DecideAsync()
    {
        var dice = _chances.Next(100);
        if (dice < 13)
        {
            await RejectByClientAsync("Хочет подумать");
            return;
        }
        if (dice < 17)
        {
            await PressAsync(x => x.RejectBySellerAsync(dealId, new DealReasonInput { Reason = "Перебитый номер" }, default));
            deal.CameToNothing();
            return;
        }
        var seen = await SeeAsync();
        await PressAsync(x => x.AgreePriceAsync(dealId, new AgreePriceInput { Price = seen.Price, ShownLineIds = [.. seen.PriceLines.Select(l => l.Id)] }, default));
        foreach (var kind in new[] { DealDocumentKind.Contract, DealDocumentKind.TransferAct })
        {
            var paper = new AddDealDocumentInput { Kind = kind, FileId = await world.PhotographAsync(seller.Id), SourceKey = NewKey() };
            await PressAsync(x => x.AddDocumentAsync(dealId, paper, default));
        }
        await PressAsync(x => x.SignDocumentsAsync(dealId, default));
        await PayAsync(seen.Price!.Value);
        var later = seller.Habit == Habit.Forgetful ? _chances.Next(5, 2000) : _chances.Next(2, 30);
        world.Agenda.At(World.ByDay(world.Now.AddMinutes(later)), () => CompleteAsync(seen.OfferHigh, seen.Price!.Value));
    }

    private async Task PayAsync(decimal price)
    {
        var receipt = await world.PhotographAsync(seller.Id);
        var payment = new RecordPaymentInput
        {
            Amount = price,
            Method = _chances.Next(10) < 6 ? PaymentMethod.Cash : PaymentMethod.BankTransfer,
            Direction = _chances.Next(60) == 0 ? PaymentDirection.ClientToCompany : PaymentDirection.CompanyToClient,
            EvidenceFileId = receipt,
        };
        if (_chances.Next(8) == 0)
        {
            await World.TryAsync(() => PressAsync(x => x.RecordPaymentAsync(dealId, payment with { Amount = price + 0.01m }, default)), SaleAutoErrorCodes.Deals.PaymentDiffersFromContract);
        }
        if (_chances.Next(10) == 0)
        {
            await world.Company.AtOnceAsync(() => PayOnceAsync(payment), () => PayOnceAsync(payment)); // a nervous finger: it counts once
        }
        else
        {
            await PressAsync(x => x.RecordPaymentAsync(dealId, payment, default));
        }
        _payment = payment;
        world.Books.Paid(dealId, seller.Id, Signed(price), payment.Method != PaymentMethod.Cash);
    }

    // A company may be paid for taking a car.
    private decimal Signed(decimal amount) => _payment.Direction == PaymentDirection.CompanyToClient ? amount : -amount;

    // The seller's receipt says something else; once the profit is shared out it stays as it is.
    private async Task CorrectPaymentAsync(bool wasOffered)
    {
        var paid = _payment.Amount!.Value;
        var amount = _chances.Next(3) == 0 ? paid : Math.Max(0.01m, paid + (_chances.Next(-3_000_000, 3_000_000) / 100m));
        var method = _chances.Next(2) == 0 ? PaymentMethod.Cash : PaymentMethod.BankTransfer;
        var refusal = await World.TryAsync(
            () => world.Company.RunAsync(Team.Owners[_chances.Next(2)].Id, "deals", "CorrectPayment", dealId, new { amount, method = method.ToString(), reason = "В расписке другая сумма" }),
            SaleAutoErrorCodes.Distributions.TakeBackFirst, SaleAutoErrorCodes.Accounting.NotEnoughMoney);
        if (refusal is not null || (amount, method) == (paid, _payment.Method))
        {
            return;
        }
        world.Books.PaidOtherwise(dealId, Signed(amount), method != PaymentMethod.Cash);
        world.Leads.BoughtFor += amount - paid;
        world.Leads.Agreed += wasOffered ? amount - paid : 0;
        _payment = _payment with { Amount = amount, Method = method };
    }

    private Task PayOnceAsync(RecordPaymentInput payment) => world.Company.ActAsync(seller.Id, async (ISellerDealAppService x) =>
    {
        await x.RecordPaymentAsync(dealId, payment, default);
        return true;
    });

    private async Task CompleteAsync(decimal? offered, decimal agreed)
    {
        await PressAsync(x => x.CompleteAsync(dealId, default));
        var carId = (await SeeAsync()).CarId!.Value;
        world.Books.Stocked(dealId, carId);
        lead.End = PlainLeadEnd.Won;
        world.Leads.BoughtFor += agreed;
        if (offered is not null)
        {
            world.Leads.Offered += offered.Value;
            world.Leads.Agreed += agreed;
        }
        new CarStory(world, carId, seller, managerId).Begin();
        if (_chances.Next(100) < 7)
        {
            world.Agenda.UntilEnd(world.InDays(_chances, 1, 40), () => CorrectPaymentAsync(offered is not null));
        }
    }

    private async Task RejectByClientAsync(string reason)
    {
        await PressAsync(x => x.RejectByClientAsync(dealId, new DealReasonInput { Reason = reason }, default));
        deal.CameToNothing();
    }

    private Task<SellerDealDto> SeeAsync() => world.Company.ByAsync(seller.Id, (ISellerDealAppService x) => x.GetAsync(dealId, default));

    private Task PressAsync(Func<ISellerDealAppService, Task> press) => world.Company.ByAsync(seller.Id, press);

    private string NewKey() => $"{dealId:N}:{++_keys}";
}
