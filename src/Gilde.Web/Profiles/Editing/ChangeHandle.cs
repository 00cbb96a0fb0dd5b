using Gilde.Web.Accounts;

namespace Gilde.Web.Profiles.Editing;

public enum HandleChange { Changed, Unfit, Taken, TooOften }

/// <summary>Gives the viewer another handle; the old one leads to the new for a while.</summary>
public sealed class ChangeHandle(GildeDb db, IClock clock)
{
    /// <summary>So that nobody takes many names by passing through them.</summary>
    public const int MaxFormer = 3;

    public async Task<HandleChange> Execute(Viewer viewer, string handle, CancellationToken stop)
    {
        if (!Handles.IsFit(handle)) return HandleChange.Unfit;
        try
        {
            return await db.Alone(async () =>
            {
                var now = clock.GetCurrentInstant();
                var me = await db.Me(viewer, stop);
                if (me.Handle == handle) return HandleChange.Changed;
                if (await db.IsHandleTaken(viewer, handle, now, stop)) return HandleChange.Taken;
                await db.FormerHandles.Where(f => f.LeftAt <= now - FormerHandle.Kept || (f.MemberId == viewer.Id && f.Handle == handle)).ExecuteDeleteAsync(stop);
                if (await db.FormerHandles.CountAsync(f => f.MemberId == viewer.Id, stop) >= MaxFormer) return HandleChange.TooOften;
                db.Add(new FormerHandle { Handle = me.Handle, MemberId = viewer.Id, LeftAt = now });
                me.Handle = handle;
                await db.SaveProfile(clock, viewer, stop);
                return HandleChange.Changed;
            }, stop);
        }
        catch (DbUpdateException error) when (db.IsUniqueViolation(error))
        {
            return HandleChange.Taken;
        }
    }
}
