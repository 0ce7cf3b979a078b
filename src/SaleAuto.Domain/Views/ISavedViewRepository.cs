using SaleAuto.Repositories;

namespace SaleAuto.Views;

/// <summary>Saved views and layouts of lists.</summary>
public interface ISavedViewRepository : IRepository<SavedView>
{
    /// <summary>Views of a list that the person sees by ownership, role or because everybody does, with the person's layout; read-only, two statements.</summary>
    Task<(IReadOnlyList<SavedView> Views, GridLayout? Layout)> GetForAsync(string resource, Guid staffId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken);

    /// <summary>Default views of a list for the same audience, to be changed.</summary>
    Task<IReadOnlyList<SavedView>> GetDefaultsAsync(string resource, ViewAudience audience, string? role, CancellationToken cancellationToken);

    /// <summary>How many views of a list the person has.</summary>
    Task<int> CountOwnAsync(string resource, Guid staffId, CancellationToken cancellationToken);

    /// <summary>The person's layout of a list, to be changed, or null.</summary>
    Task<GridLayout?> FindLayoutAsync(string resource, Guid staffId, CancellationToken cancellationToken);

    /// <summary>Adds a layout.</summary>
    void Insert(GridLayout layout);
}
