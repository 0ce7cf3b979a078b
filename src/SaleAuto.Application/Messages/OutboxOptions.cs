using System.ComponentModel.DataAnnotations;

namespace SaleAuto.Messages;

/// <summary>Section <c>Outbox</c>: how the dispatcher sends.</summary>
public sealed class OutboxOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Outbox";

    /// <summary>Tries before a message is given up: with the growing delays about an hour.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long a claim holds; longer than one batch takes when every try runs into its time limit.</summary>
    [Range(1, 3600)]
    public int LeaseSeconds { get; set; } = 120;

    /// <summary>How many recipients are served at once.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 8;

    /// <summary>How many messages are claimed at once.</summary>
    [Range(1, 500)]
    public int BatchSize { get; set; } = 24;
}
