using System.ComponentModel.DataAnnotations;
using SaleAuto.Cars;
using SaleAuto.Validation;

namespace SaleAuto.Deals;

/// <summary>Prices so far from the offer that a manager or an owner has to agree.</summary>
public interface IPriceApprovalAppService
{
    /// <summary>What is asked, with the lines that lead to the price.</summary>
    Task<PriceApprovalDto> GetAsync(Guid dealId, CancellationToken cancellationToken);

    /// <summary>Answers. The first answer to a price counts; the same answer again changes nothing.</summary>
    /// <exception cref="Errors.BusinessException">The price is no longer what was asked about, nobody asks, or somebody answered otherwise.</exception>
    Task AnswerAsync(Guid dealId, PriceApprovalAnswerInput input, CancellationToken cancellationToken);
}

/// <summary>A price that needs a yes.</summary>
public sealed record PriceApprovalDto
{
    /// <summary>The deal.</summary>
    public required Guid DealId { get; init; }

    /// <summary>Number of the deal.</summary>
    public required string DealNumber { get; init; }

    /// <summary>Where the deal stands.</summary>
    public required DealStatus Status { get; init; }

    /// <summary>Who asks.</summary>
    public required string SellerName { get; init; }

    /// <summary>The car.</summary>
    public required DealCarDto Car { get; init; }

    /// <summary>Lower end of the price told to the client, roubles.</summary>
    public decimal? OfferLow { get; init; }

    /// <summary>Upper end of the price told to the client, roubles.</summary>
    public decimal? OfferHigh { get; init; }

    /// <summary>The price before the lines, roubles.</summary>
    public decimal? StartPrice { get; init; }

    /// <summary>Lines, oldest first.</summary>
    public required IReadOnlyList<PriceLineDto> PriceLines { get; init; }

    /// <summary>The price after the lines, roubles.</summary>
    public decimal? Price { get; init; }

    /// <summary>Where the answer stands.</summary>
    public required PriceApproval Approval { get; init; }

    /// <summary>Who answered.</summary>
    public string? AnsweredByName { get; init; }

    /// <summary>What was written with it.</summary>
    public string? Note { get; init; }
}

/// <summary>A yes or a no to a price.</summary>
public sealed record PriceApprovalAnswerInput
{
    /// <summary>Yes or no.</summary>
    [Mandatory]
    public bool? IsGranted { get; init; }

    /// <summary>The price that the answer is about, roubles.</summary>
    [Mandatory, Range(0.01, CarConsts.MaxPrice, ErrorMessage = SaleAutoErrorCodes.Fields.OutOfRange)]
    public decimal? Price { get; init; }

    /// <summary>A word to the seller.</summary>
    [AtMost(DealConsts.MaxReasonLength)]
    public string? Note { get; init; }
}
