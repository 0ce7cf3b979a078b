using SaleAuto.LowCode;

namespace SaleAuto.Admin.Records;

/// <summary>A hand-made part of the detail page of one resource. Its component takes a parameter <c>Record</c> of type <see cref="ResourceRecord"/>.</summary>
/// <param name="Resource">Name of the resource in addresses.</param>
/// <param name="Component">The component.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Order">Place among its neighbours.</param>
/// <param name="Permission">Permission without which it is absent; null when the resource's own is enough.</param>
public sealed record RecordPart(string Resource, Type Component, RecordPartPlace Place = RecordPartPlace.AfterFields, int Order = 100, string? Permission = null);

/// <summary>Where a hand-made part stands.</summary>
public enum RecordPartPlace
{
    /// <summary>Above everything, over the whole width.</summary>
    Top,

    /// <summary>Above the fields.</summary>
    BeforeFields,

    /// <summary>Between the fields and the related records.</summary>
    AfterFields,

    /// <summary>Beside the fields, above the timeline.</summary>
    Side,
}
