namespace SaleAuto.LowCode;

/// <summary>Says which figures a page shows. Read <c>Define</c> in screen order; a figure names an entity, a moment and what is counted, the rest follows from the entity's resource.</summary>
public abstract class DashboardDefinition
{
    /// <summary>Names the figures.</summary>
    protected abstract void Define(DashboardBuilder dashboard);

    internal DashboardModel Build(IResourceRegistry resources, ICollection<string> faults) => Describe().Build(resources, faults);

    internal DashboardBuilder Describe()
    {
        var builder = new DashboardBuilder(GetType());
        Define(builder);
        return builder;
    }
}
