using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Shell;
using SaleAuto.Comments;
using SaleAuto.LowCode;

namespace SaleAuto.Admin.Comments;

/// <summary>The timeline of a row by parts, and what is said on it.</summary>
internal sealed class CommentScreen : IAdminScreen
{
    private const string FieldPrefix = "field:";

    public void Map(RouteGroupBuilder admin)
    {
        admin.MapGet("/colleagues", async (string? q, ICommentAppService comments, CancellationToken cancellationToken) =>
            TypedResults.Json(await comments.SearchColleaguesAsync(q ?? "", cancellationToken)));
        admin.MapGet("/{resource}/{id:guid}/timeline", ShowAsync);
        admin.MapPost("/{resource}/{id:guid}/seen", async (string resource, Guid id, ICommentAppService comments, CancellationToken cancellationToken) =>
        {
            await comments.MarkReadAsync(resource, id, cancellationToken);
            return TypedResults.NoContent();
        });
        admin.MapPost("/{resource}/{id:guid}/comments", AddAsync);
        admin.MapGet("/{resource}/{id:guid}/comments/{commentId:guid}", OpenAsync);
        admin.MapPost("/{resource}/{id:guid}/comments/{commentId:guid}", EditAsync);
        admin.MapPost("/{resource}/{id:guid}/comments/{commentId:guid}/delete", DeleteAsync);
    }

    private static async Task<RazorComponentResult<TimelineItems>> ShowAsync(
        string resource, Guid id, string? show, long? before, IResourceRegistry resources, TimelineReader timeline, CancellationToken cancellationToken)
    {
        var moment = before is > 0 && before < DateTime.MaxValue.Ticks ? new DateTime(before.Value, DateTimeKind.Utc) : (DateTime?)null;
        var filter = show?.StartsWith(FieldPrefix, StringComparison.Ordinal) == true
            ? new TimelineFilter(TimelineKind.Changes, show[FieldPrefix.Length..], moment)
            : new TimelineFilter(Enum.TryParse<TimelineKind>(show, out var kind) && Enum.IsDefined(kind) ? kind : TimelineKind.All, null, moment);
        return new(new { Page = await timeline.ReadAsync(resources.Get(resource), id, filter, cancellationToken) });
    }

    private static async Task<IResult> AddAsync(
        string resource, Guid id, HttpContext http, ICommentAppService comments, IResourceRegistry resources, TimelineReader timeline, CancellationToken cancellationToken)
    {
        await comments.AddAsync(resource, id, await ReadAsync(http, cancellationToken), cancellationToken);
        return await ShowAllAsync(resource, id, http, resources, timeline, cancellationToken);
    }

    private static async Task<RazorComponentResult<CommentItem>> OpenAsync(
        string resource, Guid id, Guid commentId, ICommentAppService comments, CancellationToken cancellationToken)
    {
        var comment = await comments.GetAsync(resource, id, commentId, cancellationToken);
        return new(new { Comment = comment, Address = $"{AdminScreens.Home}/{resource}/{id}/comments/{commentId}", IsEdited = comment.IsMine });
    }

    private static async Task<IResult> EditAsync(
        string resource, Guid id, Guid commentId, HttpContext http, ICommentAppService comments, IResourceRegistry resources, TimelineReader timeline, CancellationToken cancellationToken)
    {
        await comments.EditAsync(resource, id, commentId, await ReadAsync(http, cancellationToken), cancellationToken);
        return await ShowAllAsync(resource, id, http, resources, timeline, cancellationToken);
    }

    private static async Task<IResult> DeleteAsync(
        string resource, Guid id, Guid commentId, HttpContext http, ICommentAppService comments, IResourceRegistry resources, TimelineReader timeline, CancellationToken cancellationToken)
    {
        await comments.DeleteAsync(resource, id, commentId, cancellationToken);
        return await ShowAllAsync(resource, id, http, resources, timeline, cancellationToken);
    }

    private static async Task<CommentInput> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        new() { Text = (await http.Request.ReadFormAsync(cancellationToken))["text"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal) };

    private static async Task<IResult> ShowAllAsync(
        string resource, Guid id, HttpContext http, IResourceRegistry resources, TimelineReader timeline, CancellationToken cancellationToken) =>
        http.Request.IsFragment()
            ? new RazorComponentResult<Timeline>(new { Page = await timeline.ReadAsync(resources.Get(resource), id, TimelineFilter.All, cancellationToken) })
            : TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"{AdminScreens.Home}/{resource}/{id}"));
}

/// <summary>Unread mentions under the bell.</summary>
internal sealed class MentionNotices(ICommentAppService comments, Microsoft.Extensions.Localization.IStringLocalizer<RecordTexts> texts) : INoticeSource
{
    public async Task<IReadOnlyList<Notice>> GetAsync(AdminContext context, CancellationToken cancellationToken) =>
        [.. (await comments.GetUnreadMentionsAsync(cancellationToken))
            .Select(m => new Notice("message-2", texts["Mention", m.AuthorName, m.Label], $"{AdminScreens.Home}/{m.Resource}/{m.Id}#timeline", m.At))];
}
