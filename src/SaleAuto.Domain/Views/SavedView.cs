using SaleAuto.Entities;

namespace SaleAuto.Views;

/// <summary>A state of a list (filter, sort, columns, form) under a name, for one person, a role or everybody.</summary>
public class SavedView : AggregateRoot<Guid>
{
    public string Resource { get; private set; } = "";
    public Guid OwnerId { get; private set; }
    public string Name { get; private set; } = "";
    public ViewAudience Audience { get; private set; }
    public string? Role { get; private set; }

    /// <summary>Query of the list's address.</summary>
    public string State { get; private set; } = "";

    /// <summary>Whether the list opens with it for its audience; of a private view the owner's layout knows that.</summary>
    public bool IsDefault { get; private set; }

    private SavedView() { } // EF Core

    public SavedView(Guid id, string resource, Guid ownerId) : base(id)
    {
        Resource = Check.NotNullOrWhiteSpace(resource, nameof(resource), ViewConsts.MaxResourceLength);
        OwnerId = ownerId;
    }

    /// <summary>Names it and says what it shows and to whom.</summary>
    public void Describe(string name, string state, ViewAudience audience, string? role, bool isDefault)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), ViewConsts.MaxNameLength);
        State = Check.Length(state, nameof(state), ViewConsts.MaxStateLength)!;
        Audience = audience;
        Role = audience == ViewAudience.Role ? Check.NotNullOrWhiteSpace(role, nameof(role), ViewConsts.MaxNameLength) : null;
        IsDefault = isDefault && audience != ViewAudience.Private;
    }

    /// <summary>Another view became the default of the same audience.</summary>
    public void NoLongerDefault() => IsDefault = false;
}
