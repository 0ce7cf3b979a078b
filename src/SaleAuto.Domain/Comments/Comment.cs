using SaleAuto.Entities;
using SaleAuto.Errors;

namespace SaleAuto.Comments;

/// <summary>What somebody of the staff said about a row of any kind.</summary>
public class Comment : FullAuditedAggregateRoot<Guid>
{
    private readonly List<CommentMention> _mentions = [];

    private Comment()
    {
    } // EF Core

    /// <summary>Says something about a row.</summary>
    public Comment(Guid id, string targetType, Guid targetId, Guid authorId, string text)
        : base(id)
    {
        TargetType = Check.NotNullOrWhiteSpace(targetType, nameof(targetType), CommentConsts.MaxTargetTypeLength);
        TargetId = targetId;
        AuthorId = authorId;
        Text = Bounded(text);
    }

    /// <summary>Type name of the entity that it is about.</summary>
    public string TargetType { get; private set; } = "";

    /// <summary>The row that it is about.</summary>
    public Guid TargetId { get; private set; }

    /// <summary>The row that it was said about, when that one has joined another since; null while it stands where it was said.</summary>
    public Guid? OriginId { get; private set; }

    /// <summary>Who said it.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>Plain text; <c>@name</c> stands for a colleague.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When the author last changed it, UTC; null for never.</summary>
    public DateTime? EditedAt { get; private set; }

    /// <summary>Colleagues who are called in.</summary>
    public IReadOnlyList<CommentMention> Mentions => _mentions;

    /// <summary>Says it otherwise. Nobody but the author may.</summary>
    public void Edit(Guid editorId, string text, DateTime at)
    {
        EnsureAuthor(editorId);
        if (text != Text)
        {
            (Text, EditedAt) = (Bounded(text), at);
        }
    }

    /// <summary>The row joined another one, or is taken apart from it: the talk goes on there.</summary>
    public void MoveTo(Guid targetId)
    {
        var origin = OriginId ?? TargetId;
        (TargetId, OriginId) = (targetId, origin == targetId ? null : origin);
    }

    /// <summary>Passes for the author only.</summary>
    public void EnsureAuthor(Guid staffId)
    {
        if (staffId != AuthorId)
        {
            throw new BusinessException(SaleAutoErrorCodes.Comments.NotYours);
        }
    }

    /// <summary>Calls colleagues in. Those called before stay as they are; the author needs no call.</summary>
    /// <returns>Those who were not called before.</returns>
    public IReadOnlyList<CommentMention> Call(IEnumerable<(Guid StaffId, string Handle)> people)
    {
        var called = people.Where(x => x.StaffId != AuthorId).DistinctBy(x => x.StaffId).Take(CommentConsts.MaxMentions).ToList();
        _mentions.RemoveAll(m => called.TrueForAll(x => x.StaffId != m.StaffId));
        var added = called.Where(x => _mentions.TrueForAll(m => m.StaffId != x.StaffId)).Select(x => new CommentMention(Guid.CreateVersion7(), x.StaffId, x.Handle)).ToList();
        _mentions.AddRange(added);
        return added;
    }

    private static string Bounded(string text) => Check.NotNullOrWhiteSpace(text, nameof(text), CommentConsts.MaxTextLength);
}

/// <summary>A colleague whom a comment calls in.</summary>
public class CommentMention : Entity<Guid>
{
    private CommentMention()
    {
    } // EF Core

    internal CommentMention(Guid id, Guid staffId, string handle)
        : base(id) => (StaffId, Handle) = (staffId, handle);

    /// <summary>The comment.</summary>
    public Guid CommentId { get; private set; }

    /// <summary>The colleague.</summary>
    public Guid StaffId { get; private set; }

    /// <summary>How the text calls the colleague, without the at sign.</summary>
    public string Handle { get; private set; } = "";

    /// <summary>When the colleague looked at the row, UTC; null while the mention is unread.</summary>
    public DateTime? ReadAt { get; private set; }
}
