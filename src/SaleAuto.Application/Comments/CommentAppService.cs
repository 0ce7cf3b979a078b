using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Repositories;
using SaleAuto.Users;

namespace SaleAuto.Comments;

internal sealed class CommentAppService(
    ICommentRepository comments,
    IResourceRegistry resources,
    IResourceReader reader,
    MentionedPeople people,
    IUnitOfWork unitOfWork,
    ICurrentUser currentUser,
    TimeProvider clock) : ICommentAppService
{
    private const int MostComments = 100;
    private const int MostMentions = 10;
    private const int MaxSearchLength = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<CommentDto>> GetListAsync(string resource, Guid id, DateTime? before, int count, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        var rows = await comments.GetListAsync(target, id, before, Math.Clamp(count, 1, MostComments), cancellationToken);
        return [.. rows.Select(row => ToDto(row, staffId))];
    }

    public async Task<CommentDto> GetAsync(string resource, Guid id, Guid commentId, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        var row = await comments.FindRowAsync(target, id, commentId, cancellationToken) ?? throw new EntityNotFoundException(typeof(Comment), commentId);
        return ToDto(row, staffId);
    }

    public async Task<Guid> AddAsync(string resource, Guid id, CommentInput input, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        var comment = new Comment(Guid.CreateVersion7(), target, id, staffId, TextOf(input));
        comments.Insert(comment);
        await people.CallAsync(comment, resources.Get(resource), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return comment.Id;
    }

    public async Task EditAsync(string resource, Guid id, Guid commentId, CommentInput input, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        var comment = await LoadAsync(target, id, commentId, cancellationToken);
        comment.Edit(staffId, TextOf(input), Now);
        await people.CallAsync(comment, resources.Get(resource), cancellationToken);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    public async Task DeleteAsync(string resource, Guid id, Guid commentId, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        var comment = await LoadAsync(target, id, commentId, cancellationToken);
        comment.EnsureAuthor(staffId);
        comments.Delete(comment);
        await unitOfWork.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ColleagueDto>> SearchColleaguesAsync(string text, CancellationToken cancellationToken)
    {
        EnsureStaff();
        var bounded = text.Length > MaxSearchLength ? text[..MaxSearchLength] : text;
        return [.. (await comments.SearchColleaguesAsync(bounded.Trim(), cancellationToken)).Select(x => new ColleagueDto(x.UserName, x.FullName))];
    }

    public async Task<IReadOnlyList<MentionDto>> GetUnreadMentionsAsync(CancellationToken cancellationToken)
    {
        var unread = await comments.GetUnreadAsync(EnsureStaff(), MostMentions, cancellationToken);
        var mentions = new List<MentionDto>();
        foreach (var group in unread.GroupBy(x => x.TargetType))
        {
            if (resources.All.FirstOrDefault(x => x.EntityType.Name == group.Key) is not { } resource)
            {
                continue;
            }
            try
            {
                var labels = await reader.GetLabelsAsync(resource, [.. group.Select(x => x.TargetId).Distinct()], cancellationToken);
                mentions.AddRange(group.Where(x => labels.ContainsKey(x.TargetId)).Select(x => new MentionDto(resource.Name, x.TargetId, labels[x.TargetId], x.AuthorName, x.At)));
            }
            catch (AuthorizationException)
            {
                // The person may no longer see such rows: nothing is to be read there.
            }
        }
        return [.. mentions.OrderByDescending(x => x.At)];
    }

    public async Task MarkReadAsync(string resource, Guid id, CancellationToken cancellationToken)
    {
        var (staffId, target) = await SeeAsync(resource, id, cancellationToken);
        await comments.MarkReadAsync(target, id, staffId, Now, cancellationToken);
    }

    private static CommentDto ToDto(CommentRow row, Guid staffId) =>
        new(row.Id, row.AuthorName, row.Text, row.At, row.EditedAt, row.AuthorId == staffId, NamesOf(row));

    private static Dictionary<string, string> NamesOf(CommentRow row)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in row.Mentions)
        {
            names[mention.Handle] = mention.FullName;
        }
        return names;
    }

    private static string TextOf(CommentInput input) => input.Text?.Trim() switch
    {
        null or "" => throw new InputValidationException(nameof(input.Text), SaleAutoErrorCodes.Fields.Required),
        { Length: > CommentConsts.MaxTextLength } => throw new InputValidationException(nameof(input.Text), SaleAutoErrorCodes.Fields.TooLong),
        var text => text,
    };

    private Guid EnsureStaff() => currentUser.StaffId ?? throw new AuthorizationException();

    // Whoever sees the row may talk about it; the reader throws for everybody else.
    private async Task<(Guid StaffId, string Target)> SeeAsync(string resource, Guid id, CancellationToken cancellationToken)
    {
        var staffId = EnsureStaff();
        var model = resources.Get(resource);
        await reader.GetAsync(model, id, cancellationToken);
        return (staffId, model.EntityType.Name);
    }

    private async Task<Comment> LoadAsync(string target, Guid id, Guid commentId, CancellationToken cancellationToken)
    {
        var comment = await comments.GetAsync(commentId, cancellationToken);
        return comment.TargetType == target && comment.TargetId == id ? comment : throw new EntityNotFoundException(typeof(Comment), commentId);
    }
}
