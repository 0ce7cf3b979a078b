using Microsoft.EntityFrameworkCore;
using SaleAuto.Errors;
using SaleAuto.Permissions;

namespace SaleAuto.LowCode;

/// <summary>All dashboards of the program, and their figures for the current person.</summary>
public interface IDashboards
{
    /// <summary>All of them in the order of the menu.</summary>
    IReadOnlyList<DashboardModel> All { get; }

    /// <summary>The dashboard of that name.</summary>
    /// <exception cref="EntityNotFoundException">There is none.</exception>
    DashboardModel Get(string name);
}

/// <summary>Reads figures: the dashboard's permission, the resource's permission and its row filters hold.</summary>
public interface IDashboardReader
{
    /// <summary>The figures that the person may see, without their numbers.</summary>
    /// <exception cref="AuthorizationException">The permission to see the dashboard is missing.</exception>
    Task<IReadOnlyList<WidgetModel>> GetVisibleAsync(DashboardModel dashboard, CancellationToken cancellationToken);

    /// <summary>The numbers of a figure.</summary>
    /// <exception cref="AuthorizationException">The permission to see the dashboard or the rows behind the figure is missing.</exception>
    Task<WidgetData> ReadAsync(DashboardModel dashboard, WidgetModel widget, DashboardRange range, CancellationToken cancellationToken);
}

/// <summary>All dashboards, built once.</summary>
public sealed class DashboardRegistry : IDashboards
{
    /// <summary>Builds all definitions.</summary>
    /// <exception cref="InvalidOperationException">Some cannot work; the message names each fault.</exception>
    public DashboardRegistry(IEnumerable<DashboardDefinition> definitions, IResourceRegistry resources)
    {
        var faults = new List<string>();
        All = [.. definitions.Select(d => d.Build(resources, faults)).OrderBy(d => d.Menu.Order)];
        if (faults.Count > 0)
        {
            throw new InvalidOperationException($"Dashboards that cannot work: {string.Join(" ", faults)}");
        }
    }

    public IReadOnlyList<DashboardModel> All { get; }

    public DashboardModel Get(string name) => All.FirstOrDefault(d => d.Name == name) ?? throw new EntityNotFoundException(typeof(DashboardModel), name);
}

internal sealed class DashboardReader(DbContext db, IResourceReader reader, IStaffAccessProvider accesses, ICompanyTime companyTime) : IDashboardReader
{
    public async Task<IReadOnlyList<WidgetModel>> GetVisibleAsync(DashboardModel dashboard, CancellationToken cancellationToken)
    {
        var access = await accesses.GetAsync(cancellationToken);
        access.Require(dashboard.Permission);
        return [.. dashboard.Widgets.Where(w => MaySee(access, w))];
    }

    public async Task<WidgetData> ReadAsync(DashboardModel dashboard, WidgetModel widget, DashboardRange range, CancellationToken cancellationToken)
    {
        var access = await accesses.GetAsync(cancellationToken);
        access.Require(dashboard.Permission);
        if (!MaySee(access, widget))
        {
            throw new AuthorizationException(widget.Resource.Permission);
        }
        var data = await widget.ReadAsync(db, RowScope.Of(widget.Resource, access), range, await companyTime.GetZoneAsync(cancellationToken), cancellationToken);
        return widget.PartField?.Reference?.Resource is { } target ? await NameAsync(data, target, cancellationToken) : data;
    }

    private static bool MaySee(StaffAccess access, WidgetModel widget) =>
        access.Has(widget.Resource.Permission) && widget.FieldPermissions.All(access.Has);

    private async Task<WidgetData> NameAsync(WidgetData data, ResourceModel target, CancellationToken cancellationToken)
    {
        var labels = await reader.GetLabelsAsync(target, [.. data.Points.Select(p => p.Key).OfType<Guid>()], cancellationToken);
        return data with { Points = [.. data.Points.Select(p => p with { Label = p.Key is Guid id ? labels.GetValueOrDefault(id) : null })] };
    }
}
