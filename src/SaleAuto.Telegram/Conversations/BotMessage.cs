namespace SaleAuto.Bot;

/// <summary>What a person wrote, sent or pressed.</summary>
public sealed record BotMessage
{
    /// <summary>Text, or the caption of a picture or file; null without either.</summary>
    public string? Text { get; init; }

    /// <summary>The picture in its largest size.</summary>
    public BotFile? Photo { get; init; }

    /// <summary>A file.</summary>
    public BotFile? Document { get; init; }

    /// <summary>The same for all parts of an album.</summary>
    public string? MediaGroupId { get; init; }

    /// <summary>A point on the map.</summary>
    public BotLocation? Location { get; init; }

    /// <summary>Value of the pressed button of the question.</summary>
    public string? Choice { get; init; }

    /// <summary>Picture or file, whichever came.</summary>
    public BotFile? File => Photo ?? Document;

    /// <summary>Id among the stored files, when the step takes files and one came.</summary>
    public Guid? StoredFileId { get; init; }
}

/// <summary>A picture or file as Telegram names it.</summary>
/// <param name="FileId">For sending it again and for fetching it.</param>
/// <param name="UniqueId">The same for the same content, whoever sends it.</param>
/// <param name="Name">Name as the person has it; none for pictures.</param>
/// <param name="Size">Bytes, when told.</param>
/// <param name="ThumbnailId">A small size of the picture, where Telegram has one.</param>
public sealed record BotFile(string FileId, string UniqueId, string? Name, long? Size, string? ThumbnailId = null);

/// <summary>A point on the map, degrees.</summary>
public sealed record BotLocation(decimal Latitude, decimal Longitude);
