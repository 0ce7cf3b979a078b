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
    private static readonly MessageValue Today = new("Today", IsMoment: true);
    private static readonly MessageValue Address = new("Address");
    private static readonly MessageValue Seller = new("Seller");
    private static readonly MessageValue Reason = new("Reason");
    private static readonly MessageValue Offer = new("Offer");
    private static readonly MessageValue Price = new("Price");
    private static readonly MessageValue Note = new("Note");
    private static readonly MessageValue CarNumber = new("CarNumber");
    private static readonly MessageValue Amount = new("Amount");
    private static readonly MessageValue Brand = new("Brand");
    private static readonly MessageValue CompanyPhone = new("CompanyPhone");

    /// <summary>The tail lets browsers fill the code in on our site only (the origin-bound format of WebOTP).</summary>
    public IReadOnlyList<MessageText> Texts { get; } =
    [
        new("Client.Code", Sms, Client, new("Code"), Brand, new("Host")) { Obligatory = ["Code"], Tail = "\n@{Host} #{Code}", IgnoresQuietHours = true },
        new("Client.DealAppointed", Sms, Client, Brand, Meeting, Address, Seller, CompanyPhone) { Obligatory = ["MeetingTime"] },
        new("Client.DealMoved", Sms, Client, Brand, Meeting, Address, Seller, CompanyPhone) { Obligatory = ["MeetingTime"] },
        new("Manager.BuyoutLead", Telegram, Manager, LeadNumber, Car, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.CallRequest", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.Resubmitted", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.CallDue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.DecisionDue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.CallOverdue", Telegram, Manager, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Manager.TakeCall", Button, Manager),
        new("Manager.OpenLead", Button, Manager),
        new("Manager.DealCompleted", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Price) { Obligatory = ["DealNumber"], Topic = NotificationTopic.DealsCompleted },
        new("Manager.DealRejected", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Manager.PriceApproval", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Offer, Price) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Manager.LookAtPrice", Button, Manager),
        new("Manager.OpenDeal", Button, Manager),
        new("Manager.SellerSilent", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Manager.ReassignmentOpen", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Manager.ReassignmentUrgent", Telegram, Manager, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.DealAssigned", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealMoved", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealTakenAway", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car) { Obligatory = ["DealNumber"] },
        new("Seller.DealCalledOff", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Reason) { Obligatory = ["DealNumber"] },
        new("Seller.DealCompleted", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price) { Obligatory = ["DealNumber"], Topic = NotificationTopic.DealsCompleted },
        new("Seller.DealReminder", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, new("Client"), new("ClientPhone"), Offer, Note) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.RejectionReason", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], Topic = NotificationTopic.RejectionReasons },
        new("Seller.ReassignmentRequested", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.ReassignmentBusy", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Reason, new("OwnDealNumber")) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.ReassignmentTaken", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.ReassignmentWithdrawn", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.PriceGranted", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price, new("Manager"), Note) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.PriceRefused", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Price, new("Manager"), Note) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Seller.Accept", Button, MessageAudience.Seller),
        new("Seller.OnTheWay", Button, MessageAudience.Seller),
        new("Seller.Map", Button, MessageAudience.Seller),
        new("Seller.OpenDeal", Button, MessageAudience.Seller),
        new("Seller.TakeDeal", Button, MessageAudience.Seller),
        new("Seller.OpenReassignment", Button, MessageAudience.Seller),
        new("Deal.LeadClosed", Phrase, MessageAudience.Seller),
        new(
            "Owner.Digest", Telegram, Owner, Today, new("Buyouts"), new("CallRequests"), new("CallsLate"), new("Bought"), new("BoughtFor"), new("Sold"), new("SoldFor"),
            new("Rejected"), new("Tomorrow"), new("Profit"), new("Stock"), new("Alerts"))
        { Topic = NotificationTopic.DayDigest },
        new("Owner.AlertNone", Phrase, Owner),
        new("Owner.AlertOldCars", Phrase, Owner, new MessageValue("OldCars")) { Obligatory = ["OldCars"] },
        new("Owner.AlertAdvance", Phrase, Owner, Seller, new("Amount")) { Obligatory = ["Seller"] },
        new("Owner.AlertSource", Phrase, Owner, new MessageValue("Source")) { Obligatory = ["Source"] },
        new("Owner.AlertMessages", Phrase, Owner, new MessageValue("FailedMessages")) { Obligatory = ["FailedMessages"] },
        new("Owner.MonthReport", Telegram, Owner, new("Month"), new("Profit"), new("Sold"), new("Stock")) { Topic = NotificationTopic.MonthReport },
        new("Owner.OpenReport", Button, Owner),
        new("Owner.LedgerBroken", Telegram, Owner, new("Broken"), new("Proofs")) { Obligatory = ["Broken"] },
        new("Owner.OpenLedgerCheck", Button, Owner),
        new("Owner.DistributionWaits", Telegram, Owner, CarNumber, Car, new("Profit")) { Obligatory = ["CarNumber"] },
        new("Owner.OpenDistribution", Button, Owner),
        new("Owner.ExpenseApproval", Telegram, Owner, CarNumber, Car, Amount, Seller, Note) { Obligatory = ["CarNumber", "Amount"] },
        new("Owner.LookAtExpense", Button, Owner),
        new("Seller.ExpensePosted", Telegram, MessageAudience.Seller, CarNumber, Car, Amount, Seller, Note, Reason) { Obligatory = ["CarNumber"] },
        new("Seller.ExpenseRejected", Telegram, MessageAudience.Seller, CarNumber, Car, Amount, Seller, Note, Reason) { Obligatory = ["CarNumber"] },
        new("Seller.ExpenseReversed", Telegram, MessageAudience.Seller, CarNumber, Car, Amount, Seller, Note, Reason) { Obligatory = ["CarNumber"] },
        new("Seller.PaymentCorrected", Telegram, MessageAudience.Seller, DealNumber, Meeting, Address, Car, Seller, Amount, Reason) { Obligatory = ["DealNumber", "Amount"] },
        new("Seller.SaleTakenBack", Telegram, MessageAudience.Seller, CarNumber, Car, Amount, Reason) { Obligatory = ["CarNumber"] },
        new("Seller.OpenCar", Button, MessageAudience.Seller),
        new("Owner.CallOverdue", Telegram, Owner, LeadNumber, Due) { Obligatory = ["LeadNumber"], IgnoresQuietHours = true },
        new("Owner.SellerSilent", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Owner.ReassignmentOpen", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Owner.ReassignmentUrgent", Telegram, Owner, DealNumber, Meeting, Address, Car, Seller, Reason) { Obligatory = ["DealNumber"], IgnoresQuietHours = true },
        new("Staff.Mentioned", Telegram, MessageAudience.Staff, new MessageValue("Record")) { Obligatory = ["Record"], Topic = NotificationTopic.Mentions },
        new("Staff.OpenRow", Button, MessageAudience.Staff),
    ];
}
