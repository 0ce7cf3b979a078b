using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Messages;
using SaleAuto.Staff;
using SaleAuto.Users;

namespace SaleAuto.Comments;

/// <summary>Calls in those whom a comment names, and tells them by Telegram when they linked a chat. Whoever may not see the row is not called: the message would tell of it.</summary>
internal sealed class MentionedPeople(
    ICommentRepository comments,
    IResourceReader reader,
    IUserSwitch users,
    IStaffDirectory staff,
    MessageWriter messages)
{
    public async Task CallAsync(Comment comment, ResourceModel resource, CancellationToken cancellationToken)
    {
        var handles = MentionText.Handles(comment.Text);
        var labels = new Dictionary<Guid, string>();
        var called = new List<Colleague>();
        foreach (var person in handles.Count == 0 ? [] : await comments.FindColleaguesAsync(handles, cancellationToken))
        {
            if (await FindLabelAsync(resource, comment.TargetId, person.Id, cancellationToken) is { } label)
            {
                called.Add(person);
                labels[person.Id] = label;
            }
        }
        var added = comment.Call(called.Select(x => (x.Id, x.UserName))).Select(x => x.StaffId).ToHashSet();
        foreach (var person in added.Count == 0 ? [] : await staff.GetAsync(added, cancellationToken))
        {
            var text = await messages.TextAsync("Staff.Mentioned", cancellationToken, ("Record", labels[person.Id]));
            var button = await messages.LinkAsync("Staff.OpenRow", $"/admin/{resource.Name}/{comment.TargetId}", cancellationToken);
            await messages.TellAsync([person], text, $"mention:{comment.Id}", null, [button], cancellationToken);
        }
    }

    private async Task<string?> FindLabelAsync(ResourceModel resource, Guid id, Guid staffId, CancellationToken cancellationToken)
    {
        using (users.ActAs(staffId))
        {
            try
            {
                return (await reader.GetLabelsAsync(resource, [id], cancellationToken)).GetValueOrDefault(id);
            }
            catch (AuthorizationException)
            {
                return null;
            }
        }
    }
}
