using SaleAuto.Accounting;
using SaleAuto.Cars;
using SaleAuto.Errors;
using SaleAuto.Repositories;
using SaleAuto.Settings;
using SaleAuto.Staff;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

internal sealed class SellerDealAppService(
    StaffDoor door,
    IDealRepository deals,
    ISellerDealQuery query,
    SellerDealReader reader,
    SellerFiles files,
    IReassignmentRepository requests,
    IElectronicContracts contracts,
    CashPlaceManager places,
    ISettingProvider settings,
    IUnitOfWork unitOfWork,
    TimeProvider clock) : ISellerDealAppService
{
    private const int MostInList = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SellerDealLineDto>> GetMyAsync(CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        return [.. (await query.GetOpenAsync(me, MostInList, cancellationToken)).Select(SellerDealMapper.ToLine)];
    }

    public async Task<SellerDealDto> GetAsync(Guid dealId, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        return await reader.ReadAsync(await FindOwnAsync(dealId, me, cancellationToken), cancellationToken);
    }

    public async Task<IReadOnlyList<RateCardLineDto>> GetRateCardAsync(CancellationToken cancellationToken)
    {
        await door.RequireAsync(DealPermissions.Work, cancellationToken);
        return [.. RateCard.Read((await RulesAsync(cancellationToken)).RateCard).Select(x => new RateCardLineDto(x.Code, x.Title, x.Amount))];
    }

    public Task AcceptAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, me) => deal.Accept(me, Now), cancellationToken);

    public Task SetOnTheWayAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, me) => deal.SetOnTheWay(me, Now), cancellationToken);

    public Task BeginInspectionAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                var known = (await query.GetBackgroundAsync(dealId, token)).Car;
                deal.BeginInspection(me, new InspectedCar(null, null, known.Vin, known.Make, known.Model, known.Year), Now);
                return deal.Id;
            },
            cancellationToken);

    public Task<Guid> AddPhotoAsync(Guid dealId, AddDealPhotoInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                if (deal.FindPhoto(input.SourceKey!) is { } same)
                {
                    return same.Id;
                }
                await files.TakePictureAsync(input.FileId!.Value, me, nameof(input.FileId), token);
                return deal.AddPhoto(NewId(), input.Shot!.Value, input.FileId.Value, input.SourceKey!, input.Note, Now).Id;
            },
            cancellationToken);
    }

    public Task RemovePhotoAsync(Guid dealId, Guid photoId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, _) => deal.RemovePhoto(photoId), cancellationToken);

    public Task RecordCarAsync(Guid dealId, InspectedCarInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var seen = new InspectedCar(input.MileageKm, input.Condition, Text(input.Vin)?.ToUpperInvariant(), Text(input.Make), Text(input.Model), input.Year);
        return ChangeAsync(dealId, (deal, _) => deal.RecordCar(seen), cancellationToken);
    }

    public Task<Guid> AddDefectAsync(Guid dealId, AddDefectInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var facts = new DefectFacts(input.Kind!.Value, input.EstimatedCost!.Value, Text(input.Note), input.PhotoId);
        return ChangeAsync(dealId, (deal, _, _) => Task.FromResult(deal.AddDefect(NewId(), facts, input.Key!, Now).Id), cancellationToken);
    }

    public Task RemoveDefectAsync(Guid dealId, Guid defectId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, _) => deal.RemoveDefect(defectId), cancellationToken);

    public Task ProposeStartPriceAsync(Guid dealId, decimal price, CancellationToken cancellationToken)
    {
        EnsurePrice(price, nameof(price));
        return ChangeAsync(dealId, (deal, _) => deal.ProposeStartPrice(price), cancellationToken);
    }

    public async Task<Guid> AddPriceLineAsync(Guid dealId, AddPriceLineInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var facts = await ToFactsAsync(input, cancellationToken);
        return await ChangeAsync(dealId, (deal, _, _) => Task.FromResult(deal.AddPriceLine(NewId(), facts, input.Key!, Now).Id), cancellationToken);
    }

    public Task RemovePriceLineAsync(Guid dealId, Guid lineId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, _) => deal.RemovePriceLine(lineId), cancellationToken);

    public async Task<PriceStateDto> AskPriceApprovalAsync(Guid dealId, CancellationToken cancellationToken)
    {
        var limit = (await RulesAsync(cancellationToken)).ApprovalLimit;
        return await ChangeAsync(
            dealId,
            (deal, _, _) =>
            {
                deal.AskApproval(limit, Now);
                return Task.FromResult(new PriceStateDto(deal.Price, deal.NeedsApproval(limit), deal.CurrentApproval));
            },
            cancellationToken);
    }

    public async Task AgreePriceAsync(Guid dealId, AgreePriceInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        var limit = (await RulesAsync(cancellationToken)).ApprovalLimit;
        await ChangeAsync(dealId, (deal, me) => deal.AgreePrice(input.ShownLineIds!, input.Price!.Value, limit, me, Now), cancellationToken);
    }

    public Task<Guid> AddDocumentAsync(Guid dealId, AddDealDocumentInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                if (deal.FindDocument(input.SourceKey!) is { } same)
                {
                    return same.Id;
                }
                await files.TakeAsync(input.FileId!.Value, me, nameof(input.FileId), token);
                return deal.AddDocument(NewId(), input.Kind!.Value, input.FileId.Value, input.SourceKey!, Now).Id;
            },
            cancellationToken);
    }

    public Task SignDocumentsAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                deal.SignDocuments(me, await contracts.IsSignedAsync(dealId, token), Now);
                return deal.Id;
            },
            cancellationToken);

    public Task RecordPaymentAsync(Guid dealId, RecordPaymentInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                var (amount, method, direction, evidence) = (input.Amount!.Value, input.Method!.Value, input.Direction, input.EvidenceFileId!.Value);
                if (!deal.IsPaidBy(amount, method, direction))
                {
                    var placeId = method == PaymentMethod.Cash ? (Guid?)null : (await places.GetUsualAsync(CashPlaceKind.Bank, token)).Id;
                    deal.RecordPayment(amount, method, direction, placeId, evidence, me, Now);
                    await files.TakeAsync(evidence, me, nameof(input.EvidenceFileId), token);
                }
                return deal.Id;
            },
            cancellationToken);
    }

    public Task CompleteAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, me) => deal.Complete(me, Now), cancellationToken);

    public Task RejectByClientAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(dealId, (deal, me) => deal.RejectByClient(me, input.Reason!, Now), cancellationToken);
    }

    public Task RejectBySellerAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                var request = await requests.FindOpenAsync(deal.Id, token);
                deal.RejectBySeller(me, input.Reason!, request?.Status == ReassignmentStatus.Escalated, Now);
                return deal.Id;
            },
            cancellationToken);
    }

    public Task<Guid> RequestReassignmentAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken)
    {
        InputValidator.Validate(input);
        return ChangeAsync(
            dealId,
            async (deal, me, token) =>
            {
                if (await requests.FindOpenAsync(deal.Id, token) is { } open)
                {
                    return open.Id;
                }
                deal.RequestReassignment(me, input.Reason!, Now);
                var request = new ReassignmentRequest(NewId(), deal, input.Reason!, Now);
                requests.Insert(request);
                return request.Id;
            },
            cancellationToken);
    }

    public Task WithdrawReassignmentAsync(Guid dealId, CancellationToken cancellationToken) =>
        ChangeAsync(dealId, (deal, me) => deal.WithdrawReassignment(me, Now), cancellationToken);

    private static Guid NewId() => Guid.CreateVersion7();

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static void EnsurePrice(decimal price, string field)
    {
        if (price is < 0.01m or > CarConsts.MaxPrice)
        {
            throw new InputValidationException(field, SaleAutoErrorCodes.Fields.OutOfRange);
        }
    }

    private async Task<PriceLineFacts> ToFactsAsync(AddPriceLineInput input, CancellationToken cancellationToken)
    {
        if (Text(input.RateCode) is { } code)
        {
            var line = RateCard.Read((await RulesAsync(cancellationToken)).RateCard).FirstOrDefault(x => x.Code == code)
                ?? throw new InputValidationException(nameof(input.RateCode), SaleAutoErrorCodes.Fields.NotAllowed);
            return new PriceLineFacts { RateCode = code, Title = line.Title, Amount = line.Amount, PhotoId = input.PhotoId };
        }
        var missing = new (string Field, bool IsMissing)[]
            { (nameof(input.Title), Text(input.Title) is null), (nameof(input.Reason), Text(input.Reason) is null), (nameof(input.Amount), input.Amount is null), (nameof(input.PhotoId), input.PhotoId is null) };
        if (missing.Any(x => x.IsMissing))
        {
            throw new InputValidationException([.. missing.Where(x => x.IsMissing).Select(x => new InputError(x.Field, SaleAutoErrorCodes.Fields.Required))]);
        }
        return new PriceLineFacts { Title = input.Title!, Reason = input.Reason, Amount = input.Amount!.Value, IsAddition = input.IsAddition, PhotoId = input.PhotoId };
    }

    private Task<DealSettings> RulesAsync(CancellationToken cancellationToken) => settings.GetAsync<DealSettings>(cancellationToken);

    private async Task<Deal> FindOwnAsync(Guid dealId, Guid me, CancellationToken cancellationToken)
    {
        var deal = await deals.GetWholeAsync(dealId, cancellationToken);
        return deal.SellerId == me ? deal : throw new EntityNotFoundException(typeof(Deal), dealId);
    }

    private Task<Guid> ChangeAsync(Guid dealId, Action<Deal, Guid> change, CancellationToken cancellationToken) =>
        ChangeAsync(
            dealId,
            (deal, me, _) =>
            {
                change(deal, me);
                return Task.FromResult(deal.Id);
            },
            cancellationToken);

    // Presses on one deal take turns: photos of an album come at once, and parts have no version of their own.
    private async Task<T> ChangeAsync<T>(Guid dealId, Func<Deal, Guid, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        var me = await door.RequireAsync(DealPermissions.Work, cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                await unitOfWork.TakeTurnAsync($"deal:{dealId}", token);
                return await change(await FindOwnAsync(dealId, me, token), me, token);
            },
            cancellationToken);
    }
}
