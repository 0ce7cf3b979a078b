using System.Globalization;
using Microsoft.Extensions.Options;
using SaleAuto.Errors;
using SaleAuto.LowCode;
using SaleAuto.Messages;
using SaleAuto.Users;

namespace SaleAuto.Comments;

/// <summary>Calls in those whom a comment names, and tells them by Telegram when they linked a chat. Whoever may not see the row is not called: the message would tell of it.</summary>
internal sealed class MentionedPeople(
    ICommentRepository comments,
    IResourceReader reader,
    IUserSwitch users,
    IMessageOutbox outbox,
    IMessageTexts texts,
    IOptions<PublicAddress> address)
{
    // Staff read Russian, whatever language the author's screen is in.
    private static readonly CultureInfo StaffCulture = CultureInfo.GetCultureInfo("ru-RU");

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
        foreach (var person in called.Where(x => added.Contains(x.Id) && x.TelegramChatId is not null))
        {
            await outbox.AddAsync(await MessageAsync(comment, resource, person, labels[person.Id], cancellationToken), cancellationToken);
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

    private async Task<MessageDraft> MessageAsync(Comment comment, ResourceModel resource, Colleague person, string label, CancellationToken cancellationToken) => new()
    {
        Channel = MessageChannel.Telegram,
        Recipient = person.TelegramChatId!.Value.ToString(CultureInfo.InvariantCulture),
        Text = await texts.GetAsync("Staff.Mentioned", StaffCulture, cancellationToken, ("Record", label)),
        Buttons =
        [
            new MessageButton(
                await texts.GetAsync("Staff.OpenRow", StaffCulture, cancellationToken),
                address.Value.Of($"/admin/{resource.Name}/{comment.TargetId}")),
        ],
        DeduplicationKey = $"mention:{comment.Id}:{person.Id}",
    };
}
