using Microsoft.Extensions.DependencyInjection;
using SaleAuto.Admin.Comments;
using SaleAuto.Admin.Forms;
using SaleAuto.Admin.Records;
using SaleAuto.Admin.Shell;

namespace SaleAuto.Admin;

/// <summary>Forms, detail pages, timelines and comments of all resources.</summary>
public static class RecordScreens
{
    /// <summary>Adds a hand-made part to the detail page of a resource.</summary>
    public static IServiceCollection AddRecordPart(this IServiceCollection services, RecordPart part) => services.AddSingleton(part);

    internal static void AddRecordScreens(this IServiceCollection services)
    {
        services.AddScoped<FormDesk>();
        services.AddScoped<FormSaver>();
        services.AddScoped<TimelineReader>();
        services.AddScoped<INoticeSource, MentionNotices>();
        services.AddAdminScreen<FormScreen>();
        services.AddAdminScreen<ActionScreen>();
        services.AddAdminScreen<FileScreen>();
        services.AddAdminScreen<RecordScreen>();
        services.AddAdminScreen<CommentScreen>();
    }
}
