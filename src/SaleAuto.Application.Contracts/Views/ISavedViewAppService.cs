namespace SaleAuto.Views;

/// <summary>Saved views of lists and each person's own columns. Everything is about the current staff member.</summary>
public interface ISavedViewAppService
{
    /// <summary>The views of a list that the person sees, and the person's own layout, in one go.</summary>
    Task<GridViewsDto> GetAsync(string resource, CancellationToken cancellationToken);

    /// <summary>Saves the present state under a name.</summary>
    /// <exception cref="Errors.AuthorizationException">Views for others need <see cref="ViewPermissions.Share"/>.</exception>
    Task<SavedViewDto> CreateAsync(SaveViewInput input, CancellationToken cancellationToken);

    /// <summary>Changes name, audience or state of a view.</summary>
    Task<SavedViewDto> UpdateAsync(Guid id, SaveViewInput input, CancellationToken cancellationToken);

    /// <summary>Removes a view.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Makes a view the one that the list opens with for this person; null for none.</summary>
    Task SetOwnDefaultAsync(string resource, Guid? viewId, CancellationToken cancellationToken);

    /// <summary>Keeps columns with their widths, and the density of rows. Null leaves a part as it is; empty columns go back to those of the definition.</summary>
    Task KeepLayoutAsync(string resource, string? columns, RowDensity? density, CancellationToken cancellationToken);
}

/// <summary>Everything that a list needs to know about views.</summary>
/// <param name="Views">Views that the person sees: own ones, then those of roles, then shared ones, each by name.</param>
/// <param name="DefaultViewId">The view that the list opens with; null for none.</param>
/// <param name="Columns">The person's columns with widths, <c>number:120,status</c>; null when never chosen.</param>
/// <param name="Density">How tall the rows are.</param>
/// <param name="CanShare">Whether the person may give views to others.</param>
public sealed record GridViewsDto(IReadOnlyList<SavedViewDto> Views, Guid? DefaultViewId, string? Columns, RowDensity Density, bool CanShare);

/// <summary>A saved view.</summary>
public sealed record SavedViewDto
{
    public required Guid Id { get; init; }

    /// <summary>Name that the person gave it.</summary>
    public required string Name { get; init; }

    public required ViewAudience Audience { get; init; }

    /// <summary>The role that sees it, for <see cref="ViewAudience.Role"/>.</summary>
    public string? Role { get; init; }

    /// <summary>Query of the list's address, without the question mark.</summary>
    public required string State { get; init; }

    /// <summary>Whether the list opens with it for its audience.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is the person's own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the person may change or remove it.</summary>
    public bool CanChange { get; init; }
}

/// <summary>What is saved as a view.</summary>
public sealed record SaveViewInput
{
    /// <summary>Name of the resource in addresses; not changed by an update.</summary>
    public string Resource { get; init; } = "";

    public string Name { get; init; } = "";

    public ViewAudience Audience { get; init; }

    public string? Role { get; init; }

    /// <summary>Query of the list's address.</summary>
    public string State { get; init; } = "";

    /// <summary>Whether the list opens with it: for the person alone when private, else for the audience.</summary>
    public bool IsDefault { get; init; }
}
