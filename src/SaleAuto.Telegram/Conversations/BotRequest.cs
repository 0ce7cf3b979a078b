using SaleAuto.Permissions;

namespace SaleAuto.Bot;

/// <summary>Who asks for a screen or begins a conversation, and with what.</summary>
public sealed record BotRequest
{
    /// <summary>The chat.</summary>
    public required long ChatId { get; init; }

    /// <summary>The person; services already act on their behalf.</summary>
    public required Guid StaffId { get; init; }

    /// <summary>What the person may do.</summary>
    public required StaffAccess Access { get; init; }

    /// <summary>The action by which a screen was opened.</summary>
    public string Action { get; init; } = "";

    /// <summary>The row that the button names.</summary>
    public Guid? Id { get; init; }

    /// <summary>The button's word; for a command, what follows it.</summary>
    public string? Argument { get; init; }

    /// <summary>The row that the button must name.</summary>
    public Guid RequiredId => Id ?? throw new ArgumentException("The button names no row");
}
