namespace SaleAuto.LowCode;

/// <summary>All resources of the program.</summary>
public interface IResourceRegistry
{
    /// <summary>All of them, in the order of the menu.</summary>
    IReadOnlyList<ResourceModel> All { get; }

    /// <summary>The resource of that name in addresses, or null.</summary>
    ResourceModel? Find(string name);

    /// <summary>The resource of that entity type, or null.</summary>
    ResourceModel? Find(Type entityType);

    /// <summary>The resource of that name.</summary>
    /// <exception cref="Errors.EntityNotFoundException">There is none.</exception>
    ResourceModel Get(string name);
}
