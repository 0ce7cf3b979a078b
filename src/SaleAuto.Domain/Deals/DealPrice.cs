using SaleAuto.Cars;
using SaleAuto.Errors;

namespace SaleAuto.Deals;

// From the offer to the agreed price: by lines that the client sees, and by nothing else.
public partial class Deal
{
    private readonly List<PriceLine> _priceLines = [];

    /// <summary>Price that the seller proposed where the client was offered none, roubles.</summary>
    public decimal? ProposedPrice { get; private set; }

    /// <summary>Sum of the lines, roubles; negative when they lower the price.</summary>
    public decimal PriceChange { get; private set; }

    /// <summary>The answer of managers and owners to <see cref="ApprovalPrice"/>.</summary>
    public PriceApproval Approval { get; private set; }

    /// <summary>The price that they were asked about, roubles.</summary>
    public decimal? ApprovalPrice { get; private set; }

    /// <summary>Who answered.</summary>
    public Guid? ApprovalById { get; private set; }

    /// <summary>What was written with the answer.</summary>
    public string? ApprovalNote { get; private set; }

    /// <summary>The price that the client agreed to, roubles: the sum of the contract.</summary>
    public decimal? AgreedPrice { get; private set; }

    /// <summary>Lines between start price and price, oldest first.</summary>
    public IReadOnlyList<PriceLine> PriceLines => _priceLines;

    /// <summary>Where the price begins: the client was promised up to that, so that every lowering has to be shown.</summary>
    public decimal? StartPrice => OfferHigh ?? ProposedPrice;

    /// <summary>The price after the lines, roubles.</summary>
    public decimal? Price => StartPrice + PriceChange;

    /// <summary>What managers and owners say of the price as it is now.</summary>
    public PriceApproval CurrentApproval => Approval != PriceApproval.None && ApprovalPrice == Price ? Approval : PriceApproval.None;

    /// <summary>Whether the price departs so far from the offer that it needs a yes; a price without an offer always does.</summary>
    /// <param name="limit">Share of the offer within which the seller decides alone.</param>
    public bool NeedsApproval(decimal limit) => Price is not null && (OfferHigh is not { } offer || Math.Abs(PriceChange) > offer * limit);

    /// <summary>Names a price to begin with where the client was offered none.</summary>
    public void ProposeStartPrice(decimal price)
    {
        EnsureStatus(DealStatus.Inspection);
        if (OfferHigh is not null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.OfferIsFixed);
        }
        price = decimal.Round(price, 2);
        EnsurePositive(Check.Range(price, nameof(price), 0.01m, CarConsts.MaxPrice) + PriceChange);
        ProposedPrice = price;
    }

    /// <summary>Adds a line.</summary>
    public PriceLine AddPriceLine(Guid id, PriceLineFacts facts, string key, DateTime at)
    {
        if (_priceLines.Find(x => x.Key == key) is { } same)
        {
            return same;
        }
        EnsureStatus(DealStatus.Inspection);
        EnsureFits(_priceLines.Count, DealConsts.MaxPriceLines);
        EnsurePhoto(facts.PhotoId);
        if (facts.RateCode is null && (string.IsNullOrWhiteSpace(facts.Reason) || facts.PhotoId is null))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.LineNotExplained);
        }
        var line = new PriceLine(id, Id, facts with { Amount = decimal.Round(facts.Amount, 2) }, key, at);
        EnsurePositive((StartPrice ?? throw new BusinessException(SaleAutoErrorCodes.Deals.NoStartPrice)) + PriceChange + line.Effect);
        _priceLines.Add(line);
        PriceChange += line.Effect;
        return line;
    }

    /// <summary>Takes a line away.</summary>
    public void RemovePriceLine(Guid lineId)
    {
        if (_priceLines.Find(x => x.Id == lineId) is not { } line)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Inspection);
        EnsurePositive(StartPrice!.Value + PriceChange - line.Effect);
        _priceLines.Remove(line);
        PriceChange -= line.Effect;
    }

    /// <summary>Asks managers and owners for a yes; they are asked once about a price.</summary>
    public void AskApproval(decimal limit, DateTime at)
    {
        EnsureStatus(DealStatus.Inspection);
        var price = Price ?? throw new BusinessException(SaleAutoErrorCodes.Deals.NoStartPrice);
        if (!NeedsApproval(limit) || CurrentApproval != PriceApproval.None)
        {
            return;
        }
        (Approval, ApprovalPrice, ApprovalById, ApprovalNote) = (PriceApproval.Asked, price, null, null);
        AddLocalEvent(new DealApprovalAskedEvent(Id, price, at));
    }

    /// <summary>A manager or an owner answers; the first answer counts. Sellers who are owners do not answer for themselves.</summary>
    public void AnswerApproval(bool isGranted, decimal price, Guid staffId, string? note, DateTime at)
    {
        EnsureStatus(DealStatus.Inspection);
        if (staffId == SellerId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.OwnPrice);
        }
        if (price != Price || CurrentApproval == PriceApproval.None)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PriceOutdated).WithData("Price", Price?.ToString("N2", System.Globalization.CultureInfo.CurrentCulture));
        }
        var answer = isGranted ? PriceApproval.Granted : PriceApproval.Refused;
        if (Approval == answer)
        {
            return; // a double press, or two people of one mind
        }
        if (Approval != PriceApproval.Asked)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.AlreadyAnswered);
        }
        (Approval, ApprovalById) = (answer, staffId);
        ApprovalNote = Check.Length(note?.Trim(), nameof(note), DealConsts.MaxReasonLength);
        AddLocalEvent(new DealApprovalAnsweredEvent(Id, price, isGranted, staffId, at));
    }

    /// <summary>The client agreed, line by line, to what was shown.</summary>
    public void AgreePrice(IReadOnlyCollection<Guid> shownLineIds, decimal price, decimal limit, Guid staffId, DateTime at)
    {
        if (Status == DealStatus.PriceAgreed && AgreedPrice == price)
        {
            return; // a double press
        }
        EnsureStatus(DealStatus.Inspection);
        EnsureInspected();
        if (price != (Price ?? throw new BusinessException(SaleAutoErrorCodes.Deals.NoStartPrice)) || !_priceLines.Select(x => x.Id).ToHashSet().SetEquals(shownLineIds))
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PriceOutdated).WithData("Price", Price?.ToString("N2", System.Globalization.CultureInfo.CurrentCulture));
        }
        if (NeedsApproval(limit) && CurrentApproval != PriceApproval.Granted)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.ApprovalMissing);
        }
        AgreedPrice = price;
        Move(DealStatus.PriceAgreed, staffId, at);
    }

    private void EnsureInspected()
    {
        if (MissingShots.Count > 0)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.ShotsMissing).WithData("Count", MissingShots.Count);
        }
        if (MileageKm is null || Make is null || Model is null || Year is null)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.CarNotRecorded);
        }
    }

    private static void EnsurePositive(decimal price)
    {
        if (price <= 0 || price > CarConsts.MaxPrice)
        {
            throw new BusinessException(SaleAutoErrorCodes.Deals.PriceNotPositive);
        }
    }
}

/// <summary>Managers and owners are asked about a price.</summary>
public sealed record DealApprovalAskedEvent(Guid DealId, decimal Price, DateTime At);

/// <summary>A manager or an owner answered.</summary>
public sealed record DealApprovalAnsweredEvent(Guid DealId, decimal Price, bool IsGranted, Guid StaffId, DateTime At);
