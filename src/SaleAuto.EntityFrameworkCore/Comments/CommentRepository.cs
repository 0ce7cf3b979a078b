using Microsoft.EntityFrameworkCore;
using SaleAuto.Repositories;

namespace SaleAuto.Comments;

internal sealed class CommentRepository(SaleAutoDbContext db) : EfRepository<Comment>(db), ICommentRepository
{
    private const int MostColleagues = 10;

    public async Task<IReadOnlyList<CommentRow>> GetListAsync(string targetType, Guid targetId, DateTime? before, int count, CancellationToken cancellationToken) =>
        await Rows(Db.Set<Comment>().Where(x => x.TargetType == targetType && x.TargetId == targetId && (before == null || x.CreationTime < before))
                .OrderByDescending(x => x.CreationTime).ThenByDescending(x => x.Id))
            .Take(count)
            .ToListAsync(cancellationToken);

    public Task<CommentRow?> FindRowAsync(string targetType, Guid targetId, Guid commentId, CancellationToken cancellationToken) =>
        Rows(Db.Set<Comment>().Where(x => x.Id == commentId && x.TargetType == targetType && x.TargetId == targetId)).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<Colleague>> FindColleaguesAsync(IReadOnlyCollection<string> userNames, CancellationToken cancellationToken)
    {
        var names = userNames.Select(x => x.ToUpperInvariant()).ToList();
        return await Db.Users.Where(x => x.IsActive && names.Contains(x.NormalizedUserName!))
            .Select(x => new Colleague(x.Id, x.UserName!, x.FullName))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Colleague>> SearchColleaguesAsync(string text, CancellationToken cancellationToken)
    {
        var (upper, lower) = (text.ToUpperInvariant(), text.ToLowerInvariant());
        return await Db.Users
            .Where(x => x.IsActive && (x.NormalizedUserName!.StartsWith(upper) || x.FullName.ToLower().StartsWith(lower) || x.FullName.ToLower().Contains(" " + lower)))
            .OrderBy(x => x.FullName)
            .Take(MostColleagues)
            .Select(x => new Colleague(x.Id, x.UserName!, x.FullName))
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Comment>> GetOfAsync(string targetType, Guid targetId, CancellationToken cancellationToken) =>
        await Db.Set<Comment>().Where(x => x.TargetType == targetType && x.TargetId == targetId).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<MentionRow>> GetUnreadAsync(Guid staffId, int count, CancellationToken cancellationToken) =>
        await (
            from mention in Db.Set<CommentMention>()
            where mention.StaffId == staffId && mention.ReadAt == null
            join comment in Db.Set<Comment>() on mention.CommentId equals comment.Id
            join author in Db.Users on comment.AuthorId equals author.Id
            orderby comment.CreationTime descending
            select new MentionRow(comment.Id, comment.TargetType, comment.TargetId, author.FullName, comment.CreationTime))
            .Take(count)
            .ToListAsync(cancellationToken);

    public Task MarkReadAsync(string targetType, Guid targetId, Guid staffId, DateTime at, CancellationToken cancellationToken)
    {
        var comments = Db.Set<Comment>().Where(x => x.TargetType == targetType && x.TargetId == targetId).Select(x => x.Id);
        return Db.Set<CommentMention>()
            .Where(x => x.StaffId == staffId && x.ReadAt == null && comments.Contains(x.CommentId))
            .ExecuteUpdateAsync(x => x.SetProperty(m => m.ReadAt, at), cancellationToken);
    }

    private IQueryable<CommentRow> Rows(IQueryable<Comment> comments) =>
        from comment in comments.AsNoTracking()
        join author in Db.Users on comment.AuthorId equals author.Id
        select new CommentRow(
            comment.Id,
            comment.AuthorId,
            author.FullName,
            comment.Text,
            comment.CreationTime,
            comment.EditedAt,
            (from mention in comment.Mentions
             join person in Db.Users on mention.StaffId equals person.Id
             select new MentionedRow(mention.StaffId, mention.Handle, person.FullName)).ToList());
}
