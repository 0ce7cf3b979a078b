using SaleAuto.Validation;

namespace SaleAuto.Deals;

/// <summary>Deals whose sellers cannot attend. Every seller sees the reasons, says what they think of them, and may take a deal.</summary>
public interface IReassignmentAppService
{
    /// <summary>Requests that nobody answered yet, soonest meeting first, at most 50.</summary>
    Task<IReadOnlyList<ReassignmentLineDto>> GetOpenAsync(CancellationToken cancellationToken);

    /// <summary>A request with votes and comments.</summary>
    Task<ReassignmentDto> GetAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>Takes the deal. Of several who press, the first gets it.</summary>
    /// <exception cref="Errors.BusinessException">Somebody was quicker (the refusal names who), the seller is busy then (it names the deal), or the request is no longer open.</exception>
    Task AcceptAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>Says what the seller thinks of the reason; a later vote takes the place of an earlier one.</summary>
    Task VoteAsync(Guid requestId, ReassignmentVote vote, CancellationToken cancellationToken);

    /// <summary>Adds a comment.</summary>
    Task CommentAsync(Guid requestId, CommentOnReassignmentInput input, CancellationToken cancellationToken);
}

/// <summary>A request in a list.</summary>
public sealed record ReassignmentLineDto
{
    public required Guid Id { get; init; }

    /// <summary>Number of the deal.</summary>
    public required string DealNumber { get; init; }

    /// <summary>Where it stands.</summary>
    public required ReassignmentStatus Status { get; init; }

    /// <summary>Start of the meeting, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Start by the clocks of the place.</summary>
    public required DateTime LocalStart { get; init; }

    /// <summary>Where.</summary>
    public required string Address { get; init; }

    /// <summary>The car.</summary>
    public required DealCarDto Car { get; init; }

    /// <summary>Who cannot attend.</summary>
    public required string FromSellerName { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the asker made it.</summary>
    public required bool IsOwn { get; init; }
}

/// <summary>A request with all that is known of it. The client's phone comes with the deal, once it is taken.</summary>
public sealed record ReassignmentDto
{
    public required Guid Id { get; init; }

    /// <summary>The deal.</summary>
    public required Guid DealId { get; init; }

    /// <summary>Number of the deal.</summary>
    public required string DealNumber { get; init; }

    /// <summary>Where the request stands.</summary>
    public required ReassignmentStatus Status { get; init; }

    /// <summary>Start of the meeting, UTC.</summary>
    public required DateTime StartsAt { get; init; }

    /// <summary>Start by the clocks of the place.</summary>
    public required DateTime LocalStart { get; init; }

    /// <summary>Where.</summary>
    public required string Address { get; init; }

    /// <summary>The car.</summary>
    public required DealCarDto Car { get; init; }

    /// <summary>Who cannot attend.</summary>
    public required string FromSellerName { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime RequestedAt { get; init; }

    /// <summary>Who took the deal; null while nobody did.</summary>
    public string? TakenByName { get; init; }

    /// <summary>How many understand the reason.</summary>
    public required int Understood { get; init; }

    /// <summary>How many are not convinced.</summary>
    public required int NotConvincing { get; init; }

    /// <summary>The asker's own vote.</summary>
    public ReassignmentVote? MyVote { get; init; }

    /// <summary>Comments, oldest first.</summary>
    public required IReadOnlyList<ReassignmentCommentDto> Comments { get; init; }

    /// <summary>Whether the asker made it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>Whether the asker may take the deal as far as is known: being busy shows when it is tried.</summary>
    public required bool CanAccept { get; init; }
}

/// <summary>A comment on a request.</summary>
/// <param name="AuthorName">Who.</param>
/// <param name="Text">What.</param>
/// <param name="At">When, UTC.</param>
public sealed record ReassignmentCommentDto(string AuthorName, string Text, DateTime At);

/// <summary>A comment on a request.</summary>
public sealed record CommentOnReassignmentInput
{
    /// <summary>The text.</summary>
    [Mandatory, AtMost(DealConsts.MaxCommentLength)]
    public string? Text { get; init; }

    /// <summary>Names the message: the same one twice counts once.</summary>
    [Mandatory, AtMost(DealConsts.MaxKeyLength)]
    public string? Key { get; init; }
}
