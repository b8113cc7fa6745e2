for n in 200 1000 5000; do for d in 1 8; do for g in 0.1 1 10; do for C in 1e2 1e4 1e6; do ./scan rbf $n $d $C $g 20; done; done; done; done > scan.txt 2>&1
