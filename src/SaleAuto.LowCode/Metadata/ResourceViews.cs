using System.Linq.Expressions;

namespace SaleAuto.LowCode;

/// <summary>Rows as cards in columns by state.</summary>
/// <param name="Field">The enum field whose values are the columns.</param>
/// <param name="Columns">Values shown, in order.</param>
/// <param name="Moves">Which action a drag into a column runs: target value to action name. A column without an entry takes no cards.</param>
/// <param name="Card">Fields on the card, the title first.</param>
public sealed record BoardModel(FieldModel Field, IReadOnlyList<object> Columns, IReadOnlyDictionary<object, string> Moves, IReadOnlyList<FieldModel> Card);

/// <summary>Rows in a calendar.</summary>
/// <param name="Start">When it begins, UTC.</param>
/// <param name="End">When it ends, UTC; null for a moment.</param>
/// <param name="Title">What stands in the entry.</param>
/// <param name="Lane">Lookup or enum field by which entries are coloured and grouped (the seller); null for none.</param>
/// <param name="TimeZone">Text field with the IANA time zone of the place; null for the company's.</param>
public sealed record CalendarModel(FieldModel Start, FieldModel? End, FieldModel Title, FieldModel? Lane, FieldModel? TimeZone);

/// <summary>Rows as pictures.</summary>
/// <param name="Picture">Image or images field.</param>
/// <param name="Card">Fields under the picture, the title first.</param>
public sealed record GalleryModel(FieldModel Picture, IReadOnlyList<FieldModel> Card);

/// <summary>Rows of another resource that point to this one, shown on its detail page.</summary>
/// <param name="EntityType">The other entity.</param>
/// <param name="Field">Name of the other resource's lookup field that points here.</param>
public sealed record RelatedModel(Type EntityType, string Field)
{
    /// <summary>The other resource, once all definitions are known.</summary>
    public ResourceModel Resource { get; internal set; } = null!;
}

/// <summary>Which rows a role is held to.</summary>
/// <param name="Role">Name of the role.</param>
/// <param name="Filter">Entity and the person's id, then sets of other entities, to whether the row is visible.</param>
/// <param name="TextKey">Key of the sentence that explains it: "sees only own deals".</param>
public sealed record RowFilterModel(string Role, LambdaExpression Filter, string TextKey);

/// <summary>Place in the menu.</summary>
/// <param name="Group">Key of the group.</param>
/// <param name="Icon">Icon name.</param>
/// <param name="Order">Place within the group.</param>
public sealed record MenuModel(string Group, string Icon, int Order);
