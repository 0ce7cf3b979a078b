using SaleAuto.Clients;
using SaleAuto.Leads;
using SaleAuto.LowCode;
using SaleAuto.Staff;

namespace SaleAuto.Messages;

/// <summary>Messages to clients and staff, and what became of them.</summary>
public sealed class MessageResource : ReadOnlyResourceDefinition<OutgoingMessage>
{
    protected override void Define(ResourceBuilder<OutgoingMessage, NoInput> message)
    {
        message.Name("messages");
        message.Menu("System", icon: "messages", order: 10);
        message.Permissions("SaleAuto.Messages", StaffRoles.Manager, StaffRoles.Owner);

        message.Grant("Text", StaffRoles.Manager, StaffRoles.Owner);

        message.Rollup<Lead, string?>("subject", (row, leads) => leads.Where(l => l.Id == row.LeadId).Select(l => l.Number).FirstOrDefault() ?? row.Channel.ToString()).DetailOnly();
        message.Column(x => x.Recipient).Permission(ClientPermissions.Phone); // a phone, or a chat
        message.Column(x => x.Channel).Badge();
        message.Column(x => x.Status).Badge();
        message.Column(x => x.CreatedAt).DefaultSortDescending();
        message.Column(x => x.SentAt);
        message.Column(x => x.Attempts);
        message.Column(x => x.LastError);
        message.Column(x => x.Text).Multiline().DetailOnly().NotExported().Permission("SaleAuto.Messages.Text");
        message.Column(x => x.LeadId).Reference<Lead>(lead => lead.Number);
        message.Column(x => x.Delivery).Hidden();
        message.Column(x => x.DueAt).Hidden();
        message.Column(x => x.ExpiresAt).Hidden();
        message.Search(x => x.Recipient);
        message.Filter(x => x.Status);
        message.Filter(x => x.Channel);
        message.Filter(x => x.CreatedAt);
        message.Filter(x => x.LeadId).Secondary();

        message.Action("Resend").Icon("send").GrantTo(StaffRoles.Manager, StaffRoles.Owner).Bulk()
            .VisibleWhen(x => x.Status == MessageStatus.Failed && !x.IsSecret)
            .Run((row, context) => row.Resend(context.Now));
    }
}
