using SaleAuto.Presentation;

namespace SaleAuto.Deals;

/// <summary>What a photo of an inspection shows. All but <see cref="ProblemPlace"/> belong to every inspection.</summary>
public enum DealShot
{
    /// <summary>The car from the front.</summary>
    [Badge(BadgeColour.Gray)]
    Front,

    /// <summary>The car from behind.</summary>
    [Badge(BadgeColour.Gray)]
    Rear,

    /// <summary>The left side.</summary>
    [Badge(BadgeColour.Gray)]
    Left,

    /// <summary>The right side.</summary>
    [Badge(BadgeColour.Gray)]
    Right,

    /// <summary>The odometer with the ignition on.</summary>
    [Badge(BadgeColour.Gray)]
    Odometer,

    /// <summary>The plate with the VIN.</summary>
    [Badge(BadgeColour.Gray)]
    VinPlate,

    /// <summary>Seats and dashboard.</summary>
    [Badge(BadgeColour.Gray)]
    Interior,

    /// <summary>Something that lowers the price.</summary>
    [Badge(BadgeColour.Orange)]
    ProblemPlace,
}

/// <summary>What is wrong with an inspected car.</summary>
public enum DefectKind
{
    /// <summary>A scratch or a chip of the paint.</summary>
    [Badge(BadgeColour.Yellow)]
    PaintDamage,

    /// <summary>A dent.</summary>
    [Badge(BadgeColour.Yellow)]
    Dent,

    /// <summary>Rust.</summary>
    [Badge(BadgeColour.Orange)]
    Rust,

    /// <summary>A part that was painted anew or replaced after an accident.</summary>
    [Badge(BadgeColour.Orange)]
    Repainted,

    /// <summary>A cracked windscreen, window or lamp.</summary>
    [Badge(BadgeColour.Yellow)]
    Glass,

    /// <summary>Worn or damaged tyres or wheels.</summary>
    [Badge(BadgeColour.Yellow)]
    Tyres,

    /// <summary>Torn, burnt or dirty interior.</summary>
    [Badge(BadgeColour.Yellow)]
    Interior,

    /// <summary>The engine.</summary>
    [Badge(BadgeColour.Red)]
    Engine,

    /// <summary>The gearbox.</summary>
    [Badge(BadgeColour.Red)]
    Gearbox,

    /// <summary>Suspension, steering or brakes.</summary>
    [Badge(BadgeColour.Orange)]
    Chassis,

    /// <summary>Electrics and electronics.</summary>
    [Badge(BadgeColour.Orange)]
    Electrics,

    /// <summary>Papers: a duplicate passport, many owners, restrictions.</summary>
    [Badge(BadgeColour.Orange)]
    Papers,

    /// <summary>Something else.</summary>
    [Badge(BadgeColour.Gray)]
    Other,
}

/// <summary>Facts about defects.</summary>
public static class DefectKinds
{
    /// <summary>Whether the defect can be seen, so that a photo of it is required.</summary>
    public static bool IsVisible(this DefectKind kind) => kind is DefectKind.PaintDamage or DefectKind.Dent or DefectKind.Rust or DefectKind.Repainted
        or DefectKind.Glass or DefectKind.Tyres or DefectKind.Interior;
}

/// <summary>What a paper of a deal is.</summary>
public enum DealDocumentKind
{
    /// <summary>The signed purchase contract.</summary>
    [Badge(BadgeColour.Blue, Icon = "file-text")]
    Contract,

    /// <summary>The signed transfer act.</summary>
    [Badge(BadgeColour.Blue, Icon = "file-check")]
    TransferAct,

    /// <summary>Another paper.</summary>
    [Badge(BadgeColour.Gray, Icon = "file")]
    Other,
}

/// <summary>Whether a price that departs from the offer may be agreed.</summary>
public enum PriceApproval
{
    /// <summary>Nobody was asked about this price.</summary>
    [Badge(BadgeColour.Gray)]
    None,

    /// <summary>Managers and owners were asked.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    Asked,

    /// <summary>They agree.</summary>
    [Badge(BadgeColour.Green, Icon = "circle-check")]
    Granted,

    /// <summary>They do not.</summary>
    [Badge(BadgeColour.Red, Icon = "circle-x")]
    Refused,
}

/// <summary>How the money of a deal was handed over.</summary>
public enum PaymentMethod
{
    /// <summary>Cash.</summary>
    [Badge(BadgeColour.Gray, Icon = "cash")]
    Cash,

    /// <summary>Transfer to the client's account.</summary>
    [Badge(BadgeColour.Gray, Icon = "building-bank")]
    BankTransfer,

    /// <summary>Transfer by phone number (the bank of Russia's system of fast payments).</summary>
    [Badge(BadgeColour.Gray, Icon = "bolt")]
    FastPayment,
}

/// <summary>Who pays whom in a deal.</summary>
public enum PaymentDirection
{
    /// <summary>We buy: the usual way.</summary>
    [Badge(BadgeColour.Gray)]
    CompanyToClient,

    /// <summary>The client pays us.</summary>
    [Badge(BadgeColour.Gray)]
    ClientToCompany,
}

/// <summary>Who has been told that a seller confirms nothing.</summary>
public enum DealEscalation
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The manager who planned the meeting.</summary>
    Manager,

    /// <summary>The owners, too.</summary>
    Owners,
}

/// <summary>Where a request for another seller stands (domain facts, 2.4).</summary>
public enum ReassignmentStatus
{
    /// <summary>The other sellers were told.</summary>
    [Badge(BadgeColour.Yellow, Icon = "hourglass")]
    Open,

    /// <summary>Another seller took the deal.</summary>
    [Badge(BadgeColour.Green, Icon = "user-check")]
    Accepted,

    /// <summary>The seller attends after all, or the deal is off.</summary>
    [Badge(BadgeColour.Gray, Icon = "arrow-back-up")]
    Withdrawn,

    /// <summary>Nobody took it in time: manager and owners were told. It may still be taken.</summary>
    [Badge(BadgeColour.Red, Icon = "urgent")]
    Escalated,
}

/// <summary>What a colleague thinks of the reason of a request.</summary>
public enum ReassignmentVote
{
    /// <summary>Understood.</summary>
    [Badge(BadgeColour.Green)]
    Understood,

    /// <summary>Not convincing.</summary>
    [Badge(BadgeColour.Orange)]
    NotConvincing,
}

/// <summary>What a seller may do with a deal now.</summary>
public enum DealAction
{
    Accept,
    SetOnTheWay,
    BeginInspection,
    AddPhoto,
    RecordCar,
    AddDefect,
    ProposeStartPrice,
    AddPriceLine,
    AskPriceApproval,
    AgreePrice,
    AddDocument,
    SignDocuments,
    RecordPayment,
    Complete,
    RejectByClient,
    RejectBySeller,
    RequestReassignment,
    WithdrawReassignment,
}
