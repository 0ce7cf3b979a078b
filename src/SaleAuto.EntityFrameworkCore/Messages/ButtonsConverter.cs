using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SaleAuto.Messages;

internal sealed class ButtonsConverter() : ValueConverter<IReadOnlyList<MessageButton>, string>(
    buttons => JsonSerializer.Serialize(buttons, JsonSerializerOptions.Web),
    json => JsonSerializer.Deserialize<List<MessageButton>>(json, JsonSerializerOptions.Web)!);

// Buttons are set once and never changed, so the list itself serves as its snapshot.
internal sealed class ButtonsComparer() : ValueComparer<IReadOnlyList<MessageButton>>(
    (left, right) => left!.SequenceEqual(right!),
    buttons => buttons.Count,
    buttons => buttons);
