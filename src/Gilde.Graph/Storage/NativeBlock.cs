using System.Runtime.ConstrainedExecution;
using System.Runtime.InteropServices;

namespace Gilde.Graph;

/// <summary>Zeroed memory outside of the garbage collector's, given back when nobody holds its owner any more.</summary>
/// <remarks>Large blocks begin on a huge page and ask for huge pages: random reads over gigabytes would otherwise spend half their time on page tables.</remarks>
sealed unsafe class NativeBlock : CriticalFinalizerObject
{
    const nuint HugePage = 2 << 20;
    // What the collector is told: whole sizes are reserved, but touched as they fill.
    const long Pressure = 1 << 18;

    readonly void* taken;
    readonly nuint takenBytes;
    readonly bool mapped;

    public NativeBlock(nuint bytes, bool huge)
    {
        Bytes = bytes;
        takenBytes = bytes < HugePage ? bytes : bytes + HugePage;
        mapped = OperatingSystem.IsLinux() && Linux.TryMap(takenBytes, out taken);
        if (!mapped) taken = NativeMemory.AllocZeroed(takenBytes);
        Start = bytes < HugePage ? (byte*)taken : (byte*)(((nuint)taken + HugePage - 1) & ~(HugePage - 1));
        if (mapped && huge && bytes >= HugePage) Linux.AskForHugePages(Start, bytes);
        GC.AddMemoryPressure(Pressure);
    }

    public byte* Start { get; }

    public nuint Bytes { get; }

    ~NativeBlock()
    {
        if (mapped) Linux.Unmap(taken, takenBytes);
        else NativeMemory.Free(taken);
        GC.RemoveMemoryPressure(Pressure);
    }
}
