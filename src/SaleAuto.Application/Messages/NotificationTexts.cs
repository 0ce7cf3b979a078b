using static SaleAuto.Messages.MessageAudience;
using static SaleAuto.Messages.MessageTextKind;

namespace SaleAuto.Messages;

/// <summary>The texts of the notification matrix (domain facts 4). A line here and its words in <c>MessageTexts.resx</c> and <c>SettingTexts.resx</c> make a text that the owner may edit.</summary>
internal sealed class NotificationTexts : IMessageTextSource
{
    private static readonly MessageValue LeadNumber = new("LeadNumber");
    private static readonly MessageValue DealNumber = new("DealNumber");
    private static readonly MessageValue Car = new("Car");
    private static readonly MessageValue Due = new("Due", IsMoment: true);
    private static readonly MessageValue Meeting = new("Meeting", IsMoment: true);
    private static readonly MessageValue Address = new("Address");
    private static readonly MessageValue Seller = new("Seller");
    private static readonly MessageValue Reason = new("Reason");
    private static readonly MessageValue Offer = new("Offer");
    private static readonly MessageValue Price = new("Price");
    private static readonly MessageValue Note = new("Note");
    private static readonly MessageValue Brand = new("Brand");
    private static readonly MessageValue CompanyPhone = new("CompanyPhone");

    /// <summary>The tail lets browsers fill the code in on our site only (the origin-bound format of WebOTP).</summary>
    public IReadOnlyList<MessageText> Texts { get; } =
    [
        new("Client.Code", Sms, Client, new("Code"), Brand, new("Host")) { Obligatory = ["Code"], Tail = "\n@{Host} #{Code}" },
        new("Client.DealAppointed", Sms, Client, Brand, Meeting, Address, Seller, CompanyPhone) { Obligatory = ["MeetingTime"] },
        new("Client.DealMoved", Sms, Client, Brand, Meeting, Address, Seller, CompanyPhone) { Obligatory = ["MeetingTime"] },
        new("Manager.BuyoutLead", Telegram, Manager, LeadNumber, Car, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.CallRequest", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.Resubmitted", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.CallDue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.DecisionDue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.CallOverdue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Manager.OpenLead", Button, Manager),
        new("Manager.DealCompleted", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Price) { Obligatory = ["DealNumber"] },
        new("Manager.DealRejected", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Manager.PriceApproval", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Offer, Price) { Obligatory = ["DealNumber"] },
        new("Manager.LookAtPrice", Button, Manager),
        new("Manager.OpenDeal", Button, Manager),
        new("Manager.SellerSilent", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"] },
        new("Manager.ReassignmentOpen", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Manager.ReassignmentUrgent", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Seller.DealAssigned", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealMoved", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealTakenAway", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealCalledOff", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Reason) { Obligatory = ["DealNumber"] },
        new("Seller.DealCompleted", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price) { Obligatory = ["DealNumber"] },
        new("Seller.DealReminder", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, new("Client"), new("ClientPhone"), Offer, Note) { Obligatory = ["DealNumber"] },
        new("Seller.RejectionReason", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Seller.ReassignmentRequested", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Seller.ReassignmentBusy", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason, new("OwnDealNumber")) { Obligatory = ["DealNumber"] },
        new("Seller.ReassignmentTaken", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"] },
        new("Seller.PriceGranted", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price, new("Manager"), Note) { Obligatory = ["DealNumber"] },
        new("Seller.PriceRefused", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price, new("Manager"), Note) { Obligatory = ["DealNumber"] },
        new("Seller.Accept", Button, MessageAudience.Seller),
        new("Seller.OnTheWay", Button, MessageAudience.Seller),
        new("Seller.Map", Button, MessageAudience.Seller),
        new("Seller.OpenDeal", Button, MessageAudience.Seller),
        new("Seller.TakeDeal", Button, MessageAudience.Seller),
        new("Seller.OpenReassignment", Button, MessageAudience.Seller),
        new("Deal.LeadClosed", Phrase, MessageAudience.Seller),
        new("Owner.CallOverdue", Telegram, Owner, LeadNumber, Due) { Obligatory = ["LeadNumber"] },
        new("Owner.SellerSilent", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"] },
        new("Owner.ReassignmentOpen", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Owner.ReassignmentUrgent", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"] },
        new("Staff.Mentioned", Telegram, MessageAudience.Staff, new MessageValue("Record")) { Obligatory = ["Record"] },
        new("Staff.OpenRow", Button, MessageAudience.Staff),
    ];
}
