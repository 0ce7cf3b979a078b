using SaleAuto.Repositories;

namespace SaleAuto.Comments;

/// <summary>Comments.</summary>
public interface ICommentRepository : IRepository<Comment>
{
    /// <summary>A page of the comments on a row, newest first.</summary>
    /// <param name="targetType">Type name of the entity.</param>
    /// <param name="targetId">The row.</param>
    /// <param name="before">Only those said before this moment, UTC; null for the newest.</param>
    /// <param name="count">Most comments.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    Task<IReadOnlyList<CommentRow>> GetListAsync(string targetType, Guid targetId, DateTime? before, int count, CancellationToken cancellationToken);

    /// <summary>One comment as it is shown, or null.</summary>
    Task<CommentRow?> FindRowAsync(string targetType, Guid targetId, Guid commentId, CancellationToken cancellationToken);

    /// <summary>Active colleagues by their user names, in any case.</summary>
    Task<IReadOnlyList<Colleague>> FindColleaguesAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken);

    /// <summary>Active colleagues whose name or user name begins with the text; at most ten.</summary>
    Task<IReadOnlyList<Colleague>> SearchColleaguesAsync(string text, CancellationToken cancellationToken);

    /// <summary>The newest unread mentions of a person, at most <paramref name="count"/>.</summary>
    Task<IReadOnlyList<MentionRow>> GetUnreadAsync(Guid staffId, int count, CancellationToken cancellationToken);

    /// <summary>Every comment on a row, to move it.</summary>
    Task<IReadOnlyList<Comment>> GetOfAsync(string targetType, Guid targetId, CancellationToken cancellationToken);

    /// <summary>Marks the person's mentions on a row as read.</summary>
    Task MarkReadAsync(string targetType, Guid targetId, Guid staffId, DateTime at, CancellationToken cancellationToken);
}

/// <summary>A comment as it is shown.</summary>
public sealed record CommentRow(Guid Id, Guid AuthorId, string AuthorName, string Text, DateTime At, DateTime? EditedAt, IReadOnlyList<MentionedRow> Mentions);

/// <summary>A colleague named in a comment.</summary>
public sealed record MentionedRow(Guid StaffId, string Handle, string FullName);

/// <summary>An unread mention.</summary>
public sealed record MentionRow(Guid CommentId, string TargetType, Guid TargetId, string AuthorName, DateTime At);

/// <summary>Somebody who can be called in.</summary>
public sealed record Colleague(Guid Id, string UserName, string FullName);
