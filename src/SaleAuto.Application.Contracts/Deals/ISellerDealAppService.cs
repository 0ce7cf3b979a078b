namespace SaleAuto.Deals;

/// <summary>
/// A purchase as the seller in the street carries it through. Deals of others are not found. What is repeated (a double press, a message that came twice)
/// changes nothing and is no fault.
/// </summary>
public interface ISellerDealAppService
{
    /// <summary>The own open deals, soonest first, at most 50.</summary>
    Task<IReadOnlyList<SellerDealLineDto>> GetMyAsync(CancellationToken cancellationToken);

    /// <summary>A deal with everything that a step shows.</summary>
    Task<SellerDealDto> GetAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>Known reasons to lower the price, with their sums.</summary>
    Task<IReadOnlyList<RateCardLineDto>> GetRateCardAsync(CancellationToken cancellationToken);

    /// <summary>The seller will come.</summary>
    /// <exception cref="Errors.BusinessException">The deal is at another step.</exception>
    Task AcceptAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>The seller is on the way to the client; an assigned deal is accepted by it.</summary>
    /// <exception cref="Errors.BusinessException">The deal is at another step.</exception>
    Task SetOnTheWayAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>The seller is at the place. What valuation and lead know of the car is taken over.</summary>
    /// <exception cref="Errors.BusinessException">The deal is at another step.</exception>
    Task BeginInspectionAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>Keeps a photo; the same photo twice counts once.</summary>
    /// <returns>The photo, to be named by defects and price lines.</returns>
    /// <exception cref="Errors.BusinessException">The deal is at another step, or has too many photos.</exception>
    Task<Guid> AddPhotoAsync(Guid dealId, AddDealPhotoInput input, CancellationToken cancellationToken);

    /// <summary>Takes a photo away that no defect and no price line names.</summary>
    Task RemovePhotoAsync(Guid dealId, Guid photoId, CancellationToken cancellationToken);

    /// <summary>Writes down what the seller sees of the car; what is not given stays.</summary>
    Task RecordCarAsync(Guid dealId, InspectedCarInput input, CancellationToken cancellationToken);

    /// <summary>Writes down a defect.</summary>
    Task<Guid> AddDefectAsync(Guid dealId, AddDefectInput input, CancellationToken cancellationToken);

    /// <summary>Takes a defect away.</summary>
    Task RemoveDefectAsync(Guid dealId, Guid defectId, CancellationToken cancellationToken);

    /// <summary>Names a price to begin with where the client was offered none; it always needs a yes.</summary>
    /// <exception cref="Errors.BusinessException">The client was offered a price, or the deal is at another step.</exception>
    Task ProposeStartPriceAsync(Guid dealId, decimal price, CancellationToken cancellationToken);

    /// <summary>Adds a line between offer and price: one of the rate card, or a free one with reason and photo.</summary>
    /// <exception cref="Errors.BusinessException">The price would not stay above zero, or the deal is at another step.</exception>
    Task<Guid> AddPriceLineAsync(Guid dealId, AddPriceLineInput input, CancellationToken cancellationToken);

    /// <summary>Takes a line away.</summary>
    Task RemovePriceLineAsync(Guid dealId, Guid lineId, CancellationToken cancellationToken);

    /// <summary>Asks managers and owners whether the price may be agreed; a price within the limit needs nobody.</summary>
    Task<PriceStateDto> AskPriceApprovalAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>The client confirmed every line on the phone's screen.</summary>
    /// <exception cref="Errors.BusinessException">Shots, mileage, facts of the car or a yes are missing, or the lines or the price are not those that were shown.</exception>
    Task AgreePriceAsync(Guid dealId, AgreePriceInput input, CancellationToken cancellationToken);

    /// <summary>Keeps a signed paper; the same file twice counts once.</summary>
    Task<Guid> AddDocumentAsync(Guid dealId, AddDealDocumentInput input, CancellationToken cancellationToken);

    /// <summary>Contract and transfer act are signed and kept.</summary>
    /// <exception cref="Errors.BusinessException">One of them is missing, or the deal is at another step.</exception>
    Task SignDocumentsAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>Records the money handed over: exactly the sum of the contract.</summary>
    /// <exception cref="Errors.BusinessException">Another sum; the refusal carries both.</exception>
    Task RecordPaymentAsync(Guid dealId, RecordPaymentInput input, CancellationToken cancellationToken);

    /// <summary>Closes deal and lead, and takes the car into stock.</summary>
    Task CompleteAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>The client does not sell: the manager will call again.</summary>
    Task RejectByClientAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken);

    /// <summary>The car is not what was promised, or no colleague took the deal: all sellers learn the reason.</summary>
    /// <exception cref="Errors.BusinessException">The deal is before the inspection and colleagues may still take it, or it is past the signing.</exception>
    Task RejectBySellerAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken);

    /// <summary>Asks the other sellers to take the deal; until one does, it stays the seller's.</summary>
    /// <returns>The request; a second press gives the same.</returns>
    Task<Guid> RequestReassignmentAsync(Guid dealId, DealReasonInput input, CancellationToken cancellationToken);

    /// <summary>The seller attends after all.</summary>
    Task WithdrawReassignmentAsync(Guid dealId, CancellationToken cancellationToken);
}
