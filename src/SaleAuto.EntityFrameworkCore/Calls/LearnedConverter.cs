using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SaleAuto.Leads;

namespace SaleAuto.Calls;

/// <summary>Names of fields in one column: they are shown, never searched.</summary>
internal sealed class LearnedConverter() : ValueConverter<IReadOnlyList<LeadField>, string>(
    fields => string.Join(',', fields),
    text => Read(text))
{
    private static List<LeadField> Read(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LeadField>)];
}

internal sealed class LearnedComparer() : ValueComparer<IReadOnlyList<LeadField>>(
    (left, right) => left!.SequenceEqual(right!),
    fields => fields.Count,
    fields => fields.ToList());
