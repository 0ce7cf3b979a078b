using SaleAuto.Settings;

namespace SaleAuto.Deals;

/// <summary>Tells of a deal what a step of the seller's work shows.</summary>
internal sealed class SellerDealReader(ISellerDealQuery query, IReassignmentRepository requests, IElectronicContracts contracts, ISettingProvider settings)
{
    public async Task<SellerDealDto> ReadAsync(Deal deal, CancellationToken cancellationToken)
    {
        var around = await query.GetBackgroundAsync(deal.Id, cancellationToken);
        var rules = await settings.GetAsync<DealSettings>(cancellationToken);
        var request = deal.Status == DealStatus.ReassignRequested ? await requests.FindOpenAsync(deal.Id, cancellationToken) : null;
        return new SellerDealDto
        {
            Id = deal.Id,
            Number = deal.Number,
            Status = deal.Status,
            StartsAt = deal.StartsAt,
            TimeZone = deal.TimeZone,
            LocalStart = deal.LocalStart,
            Address = deal.Address,
            Latitude = deal.Latitude,
            Longitude = deal.Longitude,
            Note = deal.Note,
            ClientName = around.ClientName,
            ClientPhone = around.ClientPhone,
            Car = SellerDealMapper.ToCar(deal, around.Car),
            DeclaredMileageKm = around.DeclaredMileageKm,
            DeclaredCondition = around.DeclaredCondition,
            MileageKm = deal.MileageKm,
            Condition = deal.Condition,
            Vin = deal.Vin ?? around.Car.Vin,
            OfferLow = deal.OfferLow,
            OfferHigh = deal.OfferHigh,
            StartPrice = deal.StartPrice,
            Photos = [.. deal.Photos.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new DealPhotoDto(x.Id, x.Shot, x.FileId, x.Note))],
            MissingShots = deal.MissingShots,
            Defects = [.. deal.Defects.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new DealDefectDto(x.Id, x.Kind, x.EstimatedCost, x.Note, x.PhotoId))],
            PriceLines = SellerDealMapper.ToLines(deal),
            Price = deal.Price,
            NeedsApproval = deal.NeedsApproval(rules.ApprovalLimit),
            Approval = deal.CurrentApproval,
            ApprovalNote = deal.CurrentApproval == PriceApproval.None ? null : deal.ApprovalNote,
            AgreedPrice = deal.AgreedPrice,
            Documents = [.. deal.Documents.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new DealDocumentDto(x.Id, x.Kind, x.FileId))],
            HasDocuments = deal.HasDocuments(deal.Status == DealStatus.PriceAgreed && await contracts.IsSignedAsync(deal.Id, cancellationToken)),
            Payment = deal.PaidAt is { } paidAt
                ? new DealPaymentDto(deal.PaidAmount!.Value, deal.PaymentMethod!.Value, deal.PaymentDirection!.Value, deal.PaymentEvidenceFileId!.Value, paidAt)
                : null,
            OnTheWayAt = deal.OnTheWayAt,
            ReassignmentId = request?.Id,
            RejectionReason = deal.RejectionReason,
            CarId = around.CarId,
            Actions = [.. SellerDealActions.Of(deal, rules.ApprovalLimit, request?.Status)],
        };
    }
}

/// <summary>What a seller may do with a deal now.</summary>
internal static class SellerDealActions
{
    /// <summary>The actions in the order of the work.</summary>
    public static IEnumerable<DealAction> Of(Deal deal, decimal approvalLimit, ReassignmentStatus? request) => deal.Status switch
    {
        DealStatus.Assigned => [DealAction.Accept, DealAction.SetOnTheWay, DealAction.RequestReassignment, DealAction.RejectByClient],
        DealStatus.Accepted =>
        [
            .. deal.OnTheWayAt is null ? [DealAction.SetOnTheWay] : Array.Empty<DealAction>(),
            DealAction.BeginInspection, DealAction.RequestReassignment, DealAction.RejectByClient,
        ],
        DealStatus.ReassignRequested =>
        [
            DealAction.WithdrawReassignment, DealAction.RejectByClient,
            .. request == ReassignmentStatus.Escalated ? [DealAction.RejectBySeller] : Array.Empty<DealAction>(),
        ],
        DealStatus.Inspection => OfInspection(deal, approvalLimit),
        DealStatus.PriceAgreed => [DealAction.AddDocument, DealAction.SignDocuments, DealAction.RejectByClient, DealAction.RejectBySeller],
        DealStatus.DocumentsSigned => [DealAction.RecordPayment],
        DealStatus.Paid => [DealAction.Complete],
        _ => [],
    };

    private static IEnumerable<DealAction> OfInspection(Deal deal, decimal approvalLimit)
    {
        yield return DealAction.AddPhoto;
        yield return DealAction.RecordCar;
        yield return DealAction.AddDefect;
        if (deal.OfferHigh is null)
        {
            yield return DealAction.ProposeStartPrice;
        }
        if (deal.StartPrice is not null)
        {
            yield return DealAction.AddPriceLine;
            var needs = deal.NeedsApproval(approvalLimit);
            if (needs && deal.CurrentApproval == PriceApproval.None)
            {
                yield return DealAction.AskPriceApproval;
            }
            if (!needs || deal.CurrentApproval == PriceApproval.Granted)
            {
                yield return DealAction.AgreePrice;
            }
        }
        yield return DealAction.RejectByClient;
        yield return DealAction.RejectBySeller;
    }
}
