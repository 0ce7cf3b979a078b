using SaleAuto.Cars;
using SaleAuto.Entities;
using SaleAuto.Files;

namespace SaleAuto.Deals;

/// <summary>A photo of an inspection.</summary>
public class DealPhoto : Entity<Guid>
{
    private DealPhoto()
    {
    } // EF Core

    internal DealPhoto(Guid id, Guid dealId, DealShot shot, Guid fileId, string sourceKey, string? note, DateTime at)
        : base(id)
    {
        (DealId, Shot, FileId, At) = (dealId, shot, fileId, at);
        SourceKey = Check.NotNullOrWhiteSpace(sourceKey, nameof(sourceKey), DealConsts.MaxKeyLength);
        Note = Check.Length(note?.Trim(), nameof(note), DealConsts.MaxReasonLength);
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>What it shows.</summary>
    public DealShot Shot { get; private set; }

    /// <summary>The picture in the file store.</summary>
    [StoredFileId]
    public Guid FileId { get; private set; }

    /// <summary>Names the picture wherever it came from: the same one twice counts once.</summary>
    public string SourceKey { get; private set; } = "";

    /// <summary>A note.</summary>
    public string? Note { get; private set; }

    /// <summary>When it came, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>Something that is wrong with an inspected car.</summary>
public class DealDefect : Entity<Guid>
{
    private DealDefect()
    {
    } // EF Core

    internal DealDefect(Guid id, Guid dealId, DefectFacts facts, string key, DateTime at)
        : base(id)
    {
        (DealId, Kind, PhotoId, At) = (dealId, facts.Kind, facts.PhotoId, at);
        EstimatedCost = Check.Range(decimal.Round(facts.EstimatedCost, 2), nameof(facts), 0, CarConsts.MaxPrice);
        Note = Check.Length(facts.Note?.Trim(), nameof(facts), DealConsts.MaxReasonLength);
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), DealConsts.MaxKeyLength);
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>What is wrong.</summary>
    public DefectKind Kind { get; private set; }

    /// <summary>Cost of the repair, roubles.</summary>
    public decimal EstimatedCost { get; private set; }

    /// <summary>A note.</summary>
    public string? Note { get; private set; }

    /// <summary>The deal's photo of it.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>Names the press that wrote it: the same one twice counts once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>What is said of a defect.</summary>
public sealed record DefectFacts(DefectKind Kind, decimal EstimatedCost, string? Note, Guid? PhotoId);

/// <summary>A line between the price that a deal begins with and the price that is agreed.</summary>
public class PriceLine : Entity<Guid>
{
    private PriceLine()
    {
    } // EF Core

    internal PriceLine(Guid id, Guid dealId, PriceLineFacts facts, string key, DateTime at)
        : base(id)
    {
        (DealId, IsAddition, PhotoId, At) = (dealId, facts.IsAddition, facts.PhotoId, at);
        RateCode = Check.Length(facts.RateCode, nameof(facts), DealConsts.RateCodeLength);
        Title = Check.NotNullOrWhiteSpace(facts.Title?.Trim(), nameof(facts), DealConsts.MaxTitleLength);
        Reason = Check.Length(facts.Reason?.Trim(), nameof(facts), DealConsts.MaxReasonLength);
        Amount = Check.Range(facts.Amount, nameof(facts), 0.01m, CarConsts.MaxPrice);
        Key = Check.NotNullOrWhiteSpace(key, nameof(key), DealConsts.MaxKeyLength);
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>Its line of the rate card, as that was then; null for a free line.</summary>
    public string? RateCode { get; private set; }

    /// <summary>What for.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Why; of a free line.</summary>
    public string? Reason { get; private set; }

    /// <summary>Roubles, above zero.</summary>
    public decimal Amount { get; private set; }

    /// <summary>Raises the price instead of lowering it.</summary>
    public bool IsAddition { get; private set; }

    /// <summary>The deal's photo of it.</summary>
    public Guid? PhotoId { get; private set; }

    /// <summary>Names the press that wrote it: the same one twice counts once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>What it adds to the price, roubles; negative when it lowers it.</summary>
    public decimal Effect => IsAddition ? Amount : -Amount;
}

/// <summary>What a price line says.</summary>
public sealed record PriceLineFacts
{
    /// <summary>Line of the rate card; null for a free line, which needs a reason and a photo.</summary>
    public string? RateCode { get; init; }

    /// <summary>What for.</summary>
    public required string Title { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Roubles, above zero.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Raises the price instead of lowering it.</summary>
    public bool IsAddition { get; init; }

    /// <summary>The deal's photo of it.</summary>
    public Guid? PhotoId { get; init; }
}

/// <summary>A signed paper of a deal.</summary>
public class DealDocument : Entity<Guid>
{
    private DealDocument()
    {
    } // EF Core

    internal DealDocument(Guid id, Guid dealId, DealDocumentKind kind, Guid fileId, string sourceKey, DateTime at)
        : base(id)
    {
        (DealId, Kind, FileId, At) = (dealId, kind, fileId, at);
        SourceKey = Check.NotNullOrWhiteSpace(sourceKey, nameof(sourceKey), DealConsts.MaxKeyLength);
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>What it is.</summary>
    public DealDocumentKind Kind { get; private set; }

    /// <summary>Photo or PDF in the file store.</summary>
    [StoredFileId]
    public Guid FileId { get; private set; }

    /// <summary>Names the file wherever it came from: the same one twice counts once.</summary>
    public string SourceKey { get; private set; } = "";

    /// <summary>When it came, UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>A step of a deal: who, when, from, to and why. Never changed.</summary>
public class DealTransition : Entity<Guid>
{
    private DealTransition()
    {
    } // EF Core

    /// <summary>Records a step.</summary>
    public DealTransition(Guid id, DealMovedEvent moved)
        : base(id)
    {
        (DealId, From, To, At, StaffId) = (moved.DealId, moved.From, moved.To, moved.At, moved.StaffId);
        Reason = Check.Length(moved.Reason, nameof(moved), DealConsts.MaxReasonLength);
    }

    /// <summary>The deal.</summary>
    public Guid DealId { get; private set; }

    /// <summary>The step before; null for the first.</summary>
    public DealStatus? From { get; private set; }

    /// <summary>The step after.</summary>
    public DealStatus To { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the program.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }
}
