using System.ComponentModel.DataAnnotations;

namespace SaleAuto.Comments;

/// <summary>What the staff say about rows of any resource. Whoever sees a row reads and writes its comments; a comment is changed by its author alone.</summary>
public interface ICommentAppService
{
    /// <summary>A page of the comments on a row, newest first.</summary>
    /// <param name="resource">Name of the resource in addresses.</param>
    /// <param name="id">The row.</param>
    /// <param name="before">Only those said before this moment, UTC; null for the newest.</param>
    /// <param name="count">Most comments, at most 100.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<CommentDto>> GetListAsync(string resource, Guid id, DateTime? before, int count, CancellationToken cancellationToken);

    /// <summary>One comment.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none on that row, or the person may not see the row.</exception>
    Task<CommentDto> GetAsync(string resource, Guid id, Guid commentId, CancellationToken cancellationToken);

    /// <summary>Says something about a row and tells those who are called in.</summary>
    Task<Guid> AddAsync(string resource, Guid id, CommentInput input, CancellationToken cancellationToken);

    /// <summary>Says it otherwise; those who are newly called in are told.</summary>
    /// <exception cref="Errors.BusinessException">The comment is somebody else's.</exception>
    Task EditAsync(string resource, Guid id, Guid commentId, CommentInput input, CancellationToken cancellationToken);

    /// <summary>Takes it back.</summary>
    /// <exception cref="Errors.BusinessException">The comment is somebody else's.</exception>
    Task DeleteAsync(string resource, Guid id, Guid commentId, CancellationToken cancellationToken);

    /// <summary>Colleagues that a beginning may mean, at most ten.</summary>
    Task<IReadOnlyList<ColleagueDto>> SearchColleaguesAsync(string text, CancellationToken cancellationToken);

    /// <summary>The person's newest unread mentions, at most ten, on rows that the person still sees.</summary>
    Task<IReadOnlyList<MentionDto>> GetUnreadMentionsAsync(CancellationToken cancellationToken);

    /// <summary>The person has seen the row: its mentions are read.</summary>
    Task MarkReadAsync(string resource, Guid id, CancellationToken cancellationToken);
}

/// <summary>What is said.</summary>
public sealed record CommentInput
{
    /// <summary>Plain text; <c>@name</c> calls a colleague in.</summary>
    [Required(ErrorMessage = SaleAutoErrorCodes.Fields.Required), StringLength(CommentConsts.MaxTextLength, ErrorMessage = SaleAutoErrorCodes.Fields.TooLong)]
    public string? Text { get; init; }
}

/// <summary>A comment.</summary>
/// <param name="Id">Id.</param>
/// <param name="AuthorName">Who said it.</param>
/// <param name="Text">What was said.</param>
/// <param name="At">When, UTC.</param>
/// <param name="EditedAt">When it was last changed, UTC; null for never.</param>
/// <param name="IsMine">Whether the person asking said it.</param>
/// <param name="Mentions">Colleagues called in: name in the text to full name.</param>
public sealed record CommentDto(Guid Id, string AuthorName, string Text, DateTime At, DateTime? EditedAt, bool IsMine, IReadOnlyDictionary<string, string> Mentions);

/// <summary>A colleague who can be called in.</summary>
public sealed record ColleagueDto(string UserName, string FullName);

/// <summary>An unread mention.</summary>
/// <param name="Resource">Name of the resource in addresses.</param>
/// <param name="Id">The row.</param>
/// <param name="Label">What the row is called.</param>
/// <param name="AuthorName">Who calls.</param>
/// <param name="At">Since when, UTC.</param>
public sealed record MentionDto(string Resource, Guid Id, string Label, string AuthorName, DateTime At);
