using System.IO.Pipelines;

namespace SaleAuto.LowCode;

/// <summary>
/// Reads rows of any resource for the current person: the permission is checked, the row filters of the roles hold,
/// fields that the person may not see do not exist. A row that is not visible is not found.
/// </summary>
public interface IResourceReader
{
    /// <summary>A page of rows.</summary>
    /// <exception cref="Errors.AuthorizationException">The permission to see the resource is missing.</exception>
    /// <exception cref="Errors.InputValidationException">Unknown field, operator or value, broken cursor.</exception>
    Task<ResourcePage> GetListAsync(ResourceModel resource, ListQuery query, CancellationToken cancellationToken);

    /// <summary>Writes a page as JSON <c>{"items":[…],"nextCursor":…,"totalCount":…}</c> straight from the database reader.</summary>
    Task WriteListAsync(ResourceModel resource, ListQuery query, PipeWriter output, CancellationToken cancellationToken);

    /// <summary>All rows in the order of the query, a few at a time, for exports. Paging of the query is ignored.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="query">Filter, search, sort and fields.</param>
    /// <param name="fields">Is told the fields before the first row.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    IAsyncEnumerable<ResourceRow> StreamAsync(ResourceModel resource, ListQuery query, Action<IReadOnlyList<FieldModel>> fields, CancellationToken cancellationToken);

    /// <summary>One record with all fields that the person may see, its lines and the actions open to it; also one in the trash, for those who may delete.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none, or the person may not see it.</exception>
    Task<ResourceRecord> GetAsync(ResourceModel resource, Guid id, CancellationToken cancellationToken);

    /// <summary>Writes one record as JSON straight from the database reader and returns its version; null when there is none.</summary>
    Task<long?> WriteAsync(ResourceModel resource, Guid id, PipeWriter output, CancellationToken cancellationToken);

    /// <summary>Rows that a lookup field offers, at most 20, best first.</summary>
    /// <param name="resource">The resource whose form asks.</param>
    /// <param name="field">The lookup field: of the form, or of an action's form when <paramref name="action"/> is given.</param>
    /// <param name="action">The action whose dialog asks, or null.</param>
    /// <param name="search">What was typed; empty for the first rows.</param>
    /// <param name="narrowedBy">Values of the form's fields that the lookup depends on.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<IReadOnlyList<LookupItem>> LookupAsync(
        ResourceModel resource, FieldModel field, ActionModel? action, string search, IReadOnlyDictionary<string, string> narrowedBy, CancellationToken cancellationToken);

    /// <summary>How rows are called: ids to labels, for chips of filters and forms that come back with errors. Ids that the person may not see are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> GetLabelsAsync(ResourceModel resource, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Searches all resources that the person may see, a few hits of each.</summary>
    Task<IReadOnlyList<SearchHit>> SearchEverywhereAsync(string search, CancellationToken cancellationToken);

    /// <summary>Fields of the resource that the current person may see.</summary>
    ValueTask<IReadOnlyList<FieldModel>> GetVisibleFieldsAsync(ResourceModel resource, CancellationToken cancellationToken);

    /// <summary>Why a row is or is not visible to a staff member: the permission, then each role's filter. For "see as this user".</summary>
    Task<RowVisibility> ExplainAsync(ResourceModel resource, Guid id, Guid staffId, CancellationToken cancellationToken);
}

/// <summary>Why a row is or is not visible.</summary>
/// <param name="HasPermission">Whether the person may see the resource at all.</param>
/// <param name="IsVisible">Whether the person sees the row.</param>
/// <param name="Filters">Row filters that apply to the person, each with whether the row passes.</param>
/// <param name="HiddenFields">Fields that the person does not see, each with the missing permission.</param>
public sealed record RowVisibility(
    bool HasPermission,
    bool IsVisible,
    IReadOnlyList<(RowFilterModel Filter, bool Passes)> Filters,
    IReadOnlyList<FieldModel> HiddenFields);
