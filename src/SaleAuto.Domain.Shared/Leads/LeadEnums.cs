using SaleAuto.Presentation;

namespace SaleAuto.Leads;

/// <summary>What the client asks for.</summary>
public enum LeadKind
{
    /// <summary>An offer for a car; called within 5 minutes (specification 1.1).</summary>
    [Badge(BadgeColour.Blue, Icon = "car")]
    Buyout,

    /// <summary>Only a call, within 15 minutes (specification 1.2).</summary>
    [Badge(BadgeColour.Teal, Icon = "phone-incoming")]
    CallRequest,
}

/// <summary>Where a lead stands on its way from a form to a bought car.</summary>
public enum LeadStatus
{
    /// <summary>Entered, phone not confirmed.</summary>
    [Badge(BadgeColour.Gray, Icon = "circle-dashed")]
    Draft,

    /// <summary>Phone confirmed (or a call asked for), the call task exists.</summary>
    [Badge(BadgeColour.Blue, Icon = "sparkles")]
    New,

    /// <summary>A price range was shown to the client.</summary>
    [Badge(BadgeColour.Teal, Icon = "calculator")]
    Valued,

    /// <summary>A manager took the call.</summary>
    [Badge(BadgeColour.Orange, Icon = "headset")]
    InWork,

    /// <summary>The last call failed, another one is due.</summary>
    [Badge(BadgeColour.Yellow, Icon = "phone-outgoing")]
    Recall,

    /// <summary>Date, seller and place are set.</summary>
    [Badge(BadgeColour.Purple, Icon = "calendar-event")]
    DealPlanned,

    /// <summary>The car is ours.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Won,

    /// <summary>The car went to a competitor.</summary>
    [Badge(BadgeColour.Red, Icon = "circle-x")]
    Lost,

    /// <summary>Closed for another reason, see <see cref="LeadCloseReason"/>.</summary>
    [Badge(BadgeColour.Gray, Icon = "archive")]
    Closed,
}

/// <summary>Why a lead was closed without a deal and without a competitor.</summary>
public enum LeadCloseReason
{
    /// <summary>Joined with another lead of the same client and car.</summary>
    [Badge(BadgeColour.Gray, Icon = "git-merge")]
    Duplicate,

    /// <summary>Not a request of a person.</summary>
    [Badge(BadgeColour.Gray, Icon = "ban")]
    Spam,

    /// <summary>The client withdrew the consent to the processing of personal data.</summary>
    [Badge(BadgeColour.Gray, Icon = "shield")]
    ConsentWithdrawn,

    /// <summary>The client changed their mind and does not sell.</summary>
    [Badge(BadgeColour.Gray, Icon = "hand-stop")]
    Refused,

    /// <summary>The client could not be reached, or the number is somebody else's.</summary>
    [Badge(BadgeColour.Gray, Icon = "phone-x")]
    Unreachable,
}

/// <summary>Where the client heard of us.</summary>
public enum LeadSource
{
    /// <summary>A search engine.</summary>
    Search,

    /// <summary>A site of car adverts.</summary>
    Classifieds,

    /// <summary>A social network or messenger.</summary>
    SocialNetworks,

    /// <summary>Friends or relatives.</summary>
    Friends,

    /// <summary>An advert in the street.</summary>
    OutdoorAd,

    /// <summary>Was our client before.</summary>
    Returning,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>What the client says of the shown price.</summary>
public enum ClientOpinion
{
    /// <summary>No answer; the call happens all the same (specification 1.1).</summary>
    [Badge(BadgeColour.Gray, Icon = "question-mark")]
    NoAnswer,

    /// <summary>The range suits.</summary>
    [Badge(BadgeColour.Green, Icon = "thumb-up")]
    Accepted,

    /// <summary>The range does not suit.</summary>
    [Badge(BadgeColour.Orange, Icon = "thumb-down")]
    Declined,
}

/// <summary>What an entry in the history of a lead tells.</summary>
public enum LeadHistoryKind
{
    /// <summary>The request was entered.</summary>
    Created,

    /// <summary>The lead moved on.</summary>
    StatusChanged,

    /// <summary>The client sent the same request again.</summary>
    Resubmitted,

    /// <summary>A price range was computed anew.</summary>
    Valued,

    /// <summary>A manager has to name the price.</summary>
    ManualValuation,

    /// <summary>The client said whether the price suits.</summary>
    Opinion,

    /// <summary>A manager corrected a field; the entry holds the old and the new value.</summary>
    Corrected,

    /// <summary>Joined with another lead as its duplicate, or taken apart again.</summary>
    Merged,
}

/// <summary>What a manager may correct in a lead (specification 2.2.1).</summary>
public enum LeadField
{
    /// <summary>How to address the client.</summary>
    Name,

    /// <summary>Plate of the car.</summary>
    Plate,

    /// <summary>Price that the manager named, in place of the computed offer.</summary>
    NamedPrice,

    /// <summary>What the client says of the price.</summary>
    Opinion,

    /// <summary>Price that the client has in mind.</summary>
    ExpectedPrice,

    /// <summary>Odometer reading.</summary>
    MileageKm,

    /// <summary>Condition.</summary>
    Condition,

    /// <summary>Where the client heard of us.</summary>
    Source,

    /// <summary>Whether the conditions of a purchase were explained.</summary>
    ConditionsExplained,

    /// <summary>The client's phone.</summary>
    Phone,
}
