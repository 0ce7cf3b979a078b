using System.Globalization;
using Microsoft.AspNetCore.Http;
using SaleAuto.Auditing;
using SaleAuto.Errors;
using SaleAuto.LowCode;

namespace SaleAuto.Resources;

/// <summary>What became of a record, newest first.</summary>
/// <param name="Items">Entries of the page.</param>
/// <param name="NextBefore">What to give as <c>before</c> for older entries; null at the end.</param>
internal sealed record HistoryDto(IReadOnlyList<HistoryEntryDto> Items, DateTime? NextBefore)
{
    public static HistoryDto Of(HistoryPage page) => new([.. page.Entries.Select(HistoryEntryDto.Of)], page.Before);
}

/// <summary>One thing done to a record.</summary>
internal sealed record HistoryEntryDto(
    Guid Id, DateTime At, AuditActorKind ActorKind, Guid? ActorId, string? ActorName, string Action, long? Version, string? Note, IReadOnlyList<HistoryChangeDto> Changes)
{
    public static HistoryEntryDto Of(HistoryEntry entry) => new(
        entry.Id, entry.At, entry.ActorKind, entry.ActorId, entry.ActorName, entry.Action, entry.Version, entry.Note,
        [.. entry.Changes.Select(change => new HistoryChangeDto(change.Field.Name, change.Before, change.After, change.BeforeLabel, change.AfterLabel, change.CanRevert))]);
}

/// <summary>A field before and after.</summary>
internal sealed record HistoryChangeDto(string Field, object? Before, object? After, string? BeforeLabel, string? AfterLabel, bool CanRevert);

/// <summary>Reads which part of the history is asked for.</summary>
internal static class HistoryQueryReader
{
    public static HistoryQuery Read(IQueryCollection query)
    {
        var size = Read(query, "pageSize", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null) ?? new HistoryQuery().PageSize;
        if (size is < 1 or > HistoryQuery.MaxPageSize)
        {
            throw new InputValidationException("pageSize", LowCodeErrorCodes.OutOfRange);
        }
        return new HistoryQuery
        {
            PageSize = size,
            Before = Read(query, "before", text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : (DateTime?)null),
            Field = ListQueryReader.Text(query, "field"),
            ActorId = Read(query, "actorId", text => Guid.TryParse(text, out var id) ? id : (Guid?)null),
        };
    }

    private static T? Read<T>(IQueryCollection query, string name, Func<string, T?> read)
        where T : struct => ListQueryReader.Text(query, name) is { } text ? read(text) ?? throw new InputValidationException(name, LowCodeErrorCodes.Malformed) : null;
}
