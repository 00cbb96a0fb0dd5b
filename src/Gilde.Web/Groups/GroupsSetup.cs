using Gilde.Web.Groups.Files;
using Gilde.Web.Groups.Joining;
using Gilde.Web.Groups.Links;
using Gilde.Web.Groups.Running;
using Gilde.Web.Groups.Talk;
using Gilde.Web.Jobs;
using Gilde.Web.Pictures;

namespace Gilde.Web.Groups;

public static class GroupsSetup
{
    public static void AddGroups(this IServiceCollection services)
    {
        services.AddScoped<FoundGroup>().AddScoped<GroupPictures>().AddSingleton<IPictureAccess, GroupPictureAccess>();
        services.AddScoped<JoinGroup>().AddScoped<AskToJoin>().AddScoped<WithdrawGroupRequest>().AddScoped<DecideRequest>().AddScoped<AcceptRules>().AddScoped<PutWelcomeAway>();
        services.AddScoped<InviteToGroup>().AddScoped<DeclineInvitation>().AddScoped<WithdrawInvitation>();
        services.AddScoped<ChangeGroup>().AddScoped<ArchiveGroup>().AddScoped<ChangeRole>().AddScoped<RemoveFromGroup>().AddScoped<LiftBan>().AddScoped<LeaveGroup>().AddScoped<AppointOwner>();
        services.AddSingleton<GroupFileFolder>().AddScoped<KeepFile>().AddScoped<RemoveFile>().AddScoped<SweepGroupFiles>().AddSingleton<IJobHandler, EraseGroupFile>();
        services.AddScoped<GroupPages>().AddScoped<DecideHeldPost>().AddScoped<TendPost>();
        services.AddScoped<KeepLink>().AddScoped<RemoveLink>();
    }

    public static void MapGroups(this WebApplication app)
    {
        GroupEndpoints.Map(app);
        JoiningEndpoints.Map(app);
        InvitingEndpoints.Map(app);
        RunningEndpoints.Map(app);
        FileEndpoints.Map(app);
        LinkEndpoints.Map(app);
        TalkEndpoints.Map(app);
    }
}
